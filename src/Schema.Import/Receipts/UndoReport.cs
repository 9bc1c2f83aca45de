namespace Schema.Import;

/// <summary>What was taken back, table by table.</summary>
public sealed record UndoReport(string Import, IReadOnlyList<UndoneTable> Tables)
{
    /// <summary>Rows that went although somebody had changed or added them since: table and key of the first thousand.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    public long Deleted => Tables.Sum(table => table.Deleted);
}

/// <summary>The rows deleted from one table, and how many of them somebody had changed or added since.</summary>
public sealed record UndoneTable(string Table, long Deleted, long Edited);
