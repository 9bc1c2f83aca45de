namespace Schema;

public sealed class UserNotificationChannel
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>One of <c>email</c>, <c>sms</c>, <c>push</c>, <c>webhook</c>.</summary>
    public required string ChannelType { get; set; }

    public required string ChannelValue { get; set; }

    public bool IsVerified { get; set; }

    public bool IsEnabled { get; set; } = true;

    /// <summary>A JSON object.</summary>
    public string? Preferences { get; set; }

    public bool EmailBounced { get; set; }

    public DateTimeOffset? BouncedAt { get; set; }

    public string? BounceType { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }
}
