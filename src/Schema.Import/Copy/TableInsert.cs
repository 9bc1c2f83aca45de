using System.Globalization;
using Npgsql;

namespace Schema.Import;

/// <summary>Runs one set-based step: takes the declared counts, inserts, notes which keys were written, and adds up.</summary>
sealed class TableInsert(StepRun run, InsertStep step, TargetTable table)
{
    const int Listed = 5;

    readonly string keys = string.Join(", ", table.Key.Select(SqlName.Quote));

    static string Written => SqlName.Quote("pg_temp", "schema_import_written");

    public async Task<StepReport> Run(CancellationToken cancellationToken)
    {
        var kept = await Declared(step.KeptSql, cancellationToken);
        var merged = await Declared(step.MergedSql, cancellationToken);
        var read = step.ReadsSql is null ? (long?)null : await Declared(step.ReadsSql, cancellationToken);
        await ListRejects(cancellationToken);
        var written = step.OnlyInserts && !run.Context.Triggers && !await OwnRows.Any(run, table, cancellationToken)
            ? await Straight(cancellationToken)
            : await Noted(cancellationToken);
        var report = run.Report(new StepReport(step.Name, table.Shown)
        {
            Read = read ?? written + kept + merged + run.Rejects.Count,
            Written = written,
            Kept = kept,
            Merged = merged,
            Proof = ProofKind.Counts,
            IsConclusion = step.IsConclusion,
        });
        RefuseWrongSum(report);

        return report;
    }

    /// <summary>A step that may run again finds nothing to do; each row that it would write is one that is not there.</summary>
    public async Task<VerifiedStep> Verify(CancellationToken cancellationToken)
    {
        var missing = await Insert(cancellationToken);
        var lines = new List<string>();
        await using (var command = run.Command($"select concat_ws(', ', {keys}) from {Written} order by 1 limit {Listed}"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                lines.Add($"{table.Shown} {reader.GetString(0)} is missing");
        }

        await run.Execute($"drop table {Written}", cancellationToken);
        return new VerifiedStep(step.Name, table.Shown, step.ReadsSql is null ? missing : await run.Count(step.ReadsSql, cancellationToken), missing, 0, lines);
    }

    /// <summary>The first rows that this transaction writes here need no list of their keys to be known by.</summary>
    async Task<long> Straight(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = run.Command(step.Sql);
            var written = await command.ExecuteNonQueryAsync(cancellationToken);
            await Receipt.Write(run, table, OwnRows.Condition, cancellationToken);

            return written;
        }
        catch (PostgresException refused)
        {
            throw run.Refused(refused, table, []);
        }
    }

    async Task<long> Noted(CancellationToken cancellationToken)
    {
        var written = await Insert(cancellationToken);
        // Without knowing how many there are the server would look each one up.
        await run.Execute($"analyze {Written}", cancellationToken);
        await Receipt.Write(run, table, $"where ({keys}) in (select {keys} from {Written})", cancellationToken);
        await run.Execute($"drop table {Written}", cancellationToken);

        return written;
    }

    /// <summary>A row that the statement updates is returned as well; only one that no older row stood for has no <c>xmax</c>.</summary>
    async Task<long> Insert(CancellationToken cancellationToken)
    {
        await run.Execute($"create temporary table {Written} on commit drop as select {keys} from {table.Quoted} with no data", cancellationToken);
        try
        {
            return await run.Count(
                $"""
                with written as (
                {step.Sql}
                returning {keys}, xmax = 0 as is_new
                ), noted as (
                    insert into {Written} select {keys} from written where is_new returning 1
                )
                select count(*) from noted
                """,
                cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw run.Refused(refused, table, []);
        }
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
