using System.Data;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Looks whether a target holds exactly what a source's rows become, value by value; both sides are only read.</summary>
public static class DatabaseComparison
{
    public static async Task<ComparisonReport> Run(
        string from, string to, TransferOptions options, bool shapesOnly, CancellationToken cancellationToken)
    {
        await using var source = await TransferSource.Open(from, cancellationToken);
        await using var target = await TransferSession.Connect(DatabaseAddress.Parse(to), "The target", cancellationToken);
        await using var transaction = await target.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var plan = await TransferPlanner.Plan(source, target, options, cancellationToken);
        options.Planned(plan);
        var tables = new List<TableComparison>();
        if (!shapesOnly)
            foreach (var table in plan.Tables)
                tables.Add(await Compare(source, target, table, options, cancellationToken));

        return new ComparisonReport(plan, tables);
    }

    static async Task<TableComparison> Compare(
        TransferSource source, NpgsqlConnection target, TablePlan plan, TransferOptions options, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        var (sent, found) = (new ColumnDigests(plan), new ColumnDigests(plan));
        var line = new LineBuffer(hashes: false);
        var stream = new TableStream(plan, new LineWriter(plan, line, keepsComputed: true))
        {
            Look = (_, _) => sent.Add(line.Line),
            Refused = reject => refused.Add(reject.ToString()),
            Progress = (rows, bytes) => options.Progress(new(plan.Source.Name, rows, plan.Source.EstimatedRows, bytes, default)),
        };
        await using (var rows = await source.Rows(plan.Source, [.. plan.Columns.Select(column => column.Source)], cancellationToken))
            await stream.Run(rows, line.Discard, cancellationToken);

        await using (var lines = await ReadBack.Start(target, plan, cancellationToken))
            while (await lines.ReadLine(cancellationToken))
                found.Add(lines.Piece);

        var differences = sent.Rows.Equals(found.Rows)
            ? []
            : await new TransferProof(source, target, plan).Differences(sent.Rows.Differing(found.Rows), cancellationToken);
        return new(plan.Target.Shown, stream.Read, found.Rows.Rows, sent.Rows.ToString(), found.Rows.ToString(), [.. refused, .. differences])
        {
            Columns = sent.Beside(found),
        };
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
