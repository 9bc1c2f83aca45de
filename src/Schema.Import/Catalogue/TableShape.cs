namespace Schema.Import;

/// <summary>A table with its columns in their order.</summary>
public sealed record TableShape(string Schema, string Name, IReadOnlyList<ColumnShape> Columns);
