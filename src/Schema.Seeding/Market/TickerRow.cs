namespace Schema.Seeding;

/// <summary>A line of a ticker list, as the table holds it; the lists are JSON.</summary>
public sealed record TickerRow(string Symbol, string Name, string? Exchange, string Sources, string Aliases, bool IsSp500, string? Cik);
