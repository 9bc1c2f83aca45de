namespace Schema;

/// <summary>A traded symbol.</summary>
public sealed class Ticker
{
    public required string Symbol { get; set; }

    public required string Name { get; set; }

    /// <summary>A JSON list of other names.</summary>
    public string Aliases { get; set; } = "[]";

    public string? Exchange { get; set; }

    /// <summary>A JSON list of where the symbol was found.</summary>
    public string Sources { get; set; } = "[]";

    public bool IsSp500 { get; set; }

    public string? Cik { get; set; }
}
