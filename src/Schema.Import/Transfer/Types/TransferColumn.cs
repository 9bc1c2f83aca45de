namespace Schema.Import.Transfer;

/// <summary>A column of a PostgreSQL table as a whole-database copy needs to know it.</summary>
sealed record TransferColumn(string Name, TargetType Type, string Shown, bool IsNullable, bool HasDefault, bool IsGenerated)
{
    /// <summary>The labels of an enum, in their order.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>A domain may refuse what its base type takes; the server says so then.</summary>
    public string TypeName => Labels.Count > 0 ? "enum" : Type.Name;
}

/// <summary>A table of a PostgreSQL database.</summary>
sealed record TransferTable(
    uint Id, string Schema, string Name, bool IsOwned, IReadOnlyList<TransferColumn> Columns, IReadOnlyList<string> Key, long EstimatedRows)
{
    public long EstimatedBytes { get; init; }

    public bool IsPartitioned { get; init; }

    public string Quoted => SqlName.Quote(Schema, Name);

    /// <summary>What a statement reads or empties: tables that inherit from this one have rows of their own.</summary>
    public string Own => IsPartitioned ? Quoted : $"only {Quoted}";

    /// <summary>What people call it: without the schema when that is the usual one.</summary>
    public string Shown => Schema == "public" ? Name : $"{Schema}.{Name}";
}
