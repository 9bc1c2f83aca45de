using System.Globalization;
using Npgsql;

namespace Schema.Import;

/// <summary>Runs one set-based step: takes the declared counts, inserts, notes which keys were written, and adds up.</summary>
sealed class TableInsert(StepRun run, InsertStep step, TargetTable table)
{
    readonly WrittenKeys written = new(run, step, table);

    public async Task<StepReport> Run(CancellationToken cancellationToken)
    {
        var kept = await Declared(step.KeptSql, cancellationToken);
        var merged = await Declared(step.MergedSql, cancellationToken);
        var read = step.ReadsSql is null ? (long?)null : await Declared(step.ReadsSql, cancellationToken);
        await ListRejects(cancellationToken);
        var count = step.OnlyInserts && !run.Context.Triggers && !await OwnRows.Any(run, table, cancellationToken)
            ? await Straight(cancellationToken)
            : await Noted(cancellationToken);
        var report = run.Report(new StepReport(step.Name, table.Shown)
        {
            Read = read ?? count + kept + merged + run.Rejects.Count,
            Written = count,
            Kept = kept,
            Merged = merged,
            Proof = ProofKind.Counts,
            IsConclusion = step.IsConclusion,
        });
        RefuseWrongSum(report);

        return report;
    }

    public Task<VerifiedStep> Verify(CancellationToken cancellationToken) =>
        new InsertVerification(run, step, table).Run(written, cancellationToken);

    /// <summary>The first rows that this transaction writes here need no list of their keys to be known by.</summary>
    async Task<long> Straight(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = run.Command(step.Sql);
            var count = await command.ExecuteNonQueryAsync(cancellationToken);
            await Receipt.Write(run, table, OwnRows.Condition, cancellationToken);

            return count;
        }
        catch (PostgresException refused)
        {
            throw run.Refused(refused, table, []);
        }
    }

    async Task<long> Noted(CancellationToken cancellationToken)
    {
        var count = await written.Insert(cancellationToken);
        // Without knowing how many there are the server would look each one up.
        await run.Execute($"analyze {WrittenKeys.Table}", cancellationToken);
        await Receipt.Write(run, table, $"where ({written.Columns}) in (select {written.Columns} from {WrittenKeys.Table})", cancellationToken);
        await written.Drop(cancellationToken);

        return count;
    }

    async Task ListRejects(CancellationToken cancellationToken)
    {
        if (step.RejectsSql is null)
            return;

        await using var command = run.Command(step.RejectsSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var reject = new Reject(reader.GetString(0), reader.GetString(1), reader.GetString(2)) { Position = run.StepName };
            run.Rejects.Add(reject, new Dictionary<string, string?>());
        }
    }

    void RefuseWrongSum(StepReport report)
    {
        if (report.Read != report.Written + report.Kept + report.Merged + report.Rejected)
            throw run.Refuse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"read {report.Read:N0}, but wrote {report.Written:N0}, kept {report.Kept:N0}, merged {report.Merged:N0} and rejected {report.Rejected:N0}: the counts do not add up."),
                "Nothing was changed. Correct the step's statement or the counts it declares.");
    }

    async Task<long> Declared(string? sql, CancellationToken cancellationToken) => sql is null ? 0 : await run.Count(sql, cancellationToken);
}
