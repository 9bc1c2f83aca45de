using System.Data;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Looks whether a target holds exactly what a source's rows become, value by value; both sides are only read.</summary>
public static class DatabaseComparison
{
    public static async Task<ComparisonReport> Run(
        string from, string to, TransferOptions options, bool shapesOnly, CancellationToken cancellationToken)
    {
        var (source, target) = await TransferEnds.Open(from, DatabaseAddress.Parse(to), cancellationToken);
        await using var reading = source;
        await using var looking = target;
        await using var transaction = await target.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var plan = await TransferPlanner.Plan(source, target, options, cancellationToken);
        options.Planned(plan);
        var tables = new List<TableComparison>();
        var serverHashes = await ServerDigest.IsKnownTo(target, cancellationToken);
        var count = new TransferCount([.. plan.Tables.Select(table => table.Source)], options.Progress);
        if (!shapesOnly)
            foreach (var table in plan.Tables)
                tables.Add(await Compare(source, target, table, count, serverHashes && table.IsBinary, cancellationToken));

        return new ComparisonReport(plan, tables);
    }

    static async Task<TableComparison> Compare(
        TransferSource source, NpgsqlConnection target, TablePlan plan, TransferCount count, bool serverHashes, CancellationToken cancellationToken)
    {
        count.Begin(plan.Source);
        var refused = new List<string>();
        var (read, sent) = await Source(source, plan, count, refused, serverHashes, cancellationToken);
        var found = await Target(target, plan, serverHashes, cancellationToken);
        var differences = sent.Rows.Equals(found.Rows) ? [] : await new TransferProof(source, target, plan).Differences(cancellationToken);
        return new(plan.Target.Shown, read, found.Rows.Rows, sent.Rows.ToString(), found.Rows.ToString(), [.. refused, .. differences])
        {
            Columns = sent.Beside(found),
        };
    }

    static async Task<(long Rows, ColumnDigests Digests)> Source(
        TransferSource source, TablePlan plan, TransferCount count, List<string> refused, bool serverHashes, CancellationToken cancellationToken)
    {
        var sums = new UInt128[plan.Columns.Count];
        var lines = new ColumnDigests(plan);
        var line = new LineBuffer(hashes: false);
        var stream = new TableStream(plan, serverHashes ? new BinaryWriter(plan, line, hashes: true) { Columns = sums } : new LineWriter(plan, line, keepsComputed: true))
        {
            Digest = new TransferDigest(),
            Look = serverHashes ? null : (_, _) => lines.Add(line.Line),
            Refused = reject => refused.Add(reject.ToString()),
            Progress = count.Tell,
        };
        await using (var rows = await source.Rows(plan.Source, [.. plan.Columns.Select(column => column.Source)], cancellationToken))
            await stream.Run(rows, line.Discard, cancellationToken);

        return (stream.Read, serverHashes ? ColumnDigests.Of(plan, stream.Digest, sums) : lines);
    }

    static async Task<ColumnDigests> Target(NpgsqlConnection target, TablePlan plan, bool serverHashes, CancellationToken cancellationToken)
    {
        if (serverHashes)
        {
            var (rows, sums) = await ServerDigest.ReadColumns(target, plan, cancellationToken);
            return ColumnDigests.Of(plan, rows, sums);
        }

        var found = new ColumnDigests(plan);
        await using var lines = await ReadBack.Start(target, plan, cancellationToken);
        while (await lines.ReadLine(cancellationToken))
            found.Add(lines.Piece);

        return found;
    }
}

/// <summary>What a comparison found.</summary>
public sealed record ComparisonReport(TransferPlan Plan, IReadOnlyList<TableComparison> Tables)
{
    public bool AreEqual => Plan.Problems.Count == 0 && Tables.All(table => table.AreEqual);
}

/// <summary>One table on both sides: how many rows, the digests, and the first rows that differ.</summary>
public sealed record TableComparison(
    string Table, long SourceRows, long TargetRows, string SourceDigest, string TargetDigest, IReadOnlyList<string> Differences)
{
    public IReadOnlyList<ColumnComparison> Columns { get; init; } = [];

    public bool AreEqual => SourceRows == TargetRows && SourceDigest == TargetDigest && Differences.Count == 0;
}

/// <summary>One column's digest on both sides.</summary>
public sealed record ColumnComparison(string Column, string SourceDigest, string TargetDigest)
{
    public bool IsEqual => SourceDigest == TargetDigest;
}
