namespace Schema;

/// <summary>A line of somebody's watch list.</summary>
public sealed class UserTickerFollow
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Ticker { get; set; }

    public bool NotifyOnSignals { get; set; } = true;

    public bool NotifyOnPriceChange { get; set; }

    /// <summary>Percent, above zero.</summary>
    public double? PriceChangeThreshold { get; set; }

    /// <summary>A JSON object.</summary>
    public string? CustomAlerts { get; set; }

    /// <summary>Place in the list, from 0; no two lines of a person share one.</summary>
    public int Order { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }
}
