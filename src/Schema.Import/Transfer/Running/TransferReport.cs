namespace Schema.Import.Transfer;

/// <summary>What a copy did, table by table.</summary>
public sealed record TransferReport(TransferPlan Plan, IReadOnlyList<TableReport> Tables, TimeSpan Took)
{
    public long Written => Tables.Sum(table => table.Written);

    public long Kept => Tables.Sum(table => table.Kept);

    public long Rejected => Tables.Sum(table => table.Rejected);

    public long Bytes => Tables.Sum(table => table.Bytes);
}

/// <summary>One table's numbers: what was read is written, kept or rejected.</summary>
public sealed record TableReport(string Table, long Read, long Written, long Kept, long Rejected, long Bytes, TimeSpan Took, string Proof)
{
    /// <summary>What rules changed, with the number of values.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    public IReadOnlyList<Reject> Rejects { get; init; } = [];

    public string? RejectsFile { get; init; }
}
