namespace Schema.Import;

/// <summary>Holds a set-based step against what is there: what it would write is missing, what it wrote and is otherwise differs.</summary>
sealed class InsertVerification(StepRun run, InsertStep step, TargetTable table)
{
    const int Listed = 5;

    /// <summary>A step that may run again finds nothing to do; each row that it would write is one that is not there.</summary>
    public async Task<VerifiedStep> Run(WrittenKeys written, CancellationToken cancellationToken)
    {
        var different = await Different(cancellationToken);
        var read = step.ReadsSql is null ? (long?)null : await run.Count(step.ReadsSql, cancellationToken);
        await written.Insert(cancellationToken);
        var missing = await Keys($"select concat_ws(', ', {written.Columns}) from {WrittenKeys.Table}", "is missing", cancellationToken);
        await written.Drop(cancellationToken);

        return new VerifiedStep(step.Name, table.Shown, read ?? missing.Count, missing.Count, different.Count, [.. missing.Lines, .. different.Lines]);
    }

    async Task<(long Count, List<string> Lines)> Different(CancellationToken cancellationToken)
    {
        if (step.DiffersSql is { } declared)
            return await Keys(declared, "differs from the source", cancellationToken);

        var forms = await TextForms.Fix(run.Target, cancellationToken);
        var (count, lines) = (0L, new List<string>());
        foreach (var receipt in await ReceiptGroup.Of(run.ImportName, table, run.Context, cancellationToken))
        {
            var found = await Keys(ReceiptDifferences.Sql(receipt), "was changed since", cancellationToken);
            (count, lines) = (count + found.Count, [.. lines, .. found.Lines]);
        }

        await forms.Restore(cancellationToken);
        return (count, lines);
    }

    async Task<(long Count, List<string> Lines)> Keys(string sql, string said, CancellationToken cancellationToken)
    {
        await using var command = run.Command($"select key, count(*) over () from ({sql}) as found (key) order by 1 limit {Listed}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (count, lines) = (0L, new List<string>());
        while (await reader.ReadAsync(cancellationToken))
        {
            count = reader.GetInt64(1);
            lines.Add($"{table.Shown} {reader.GetString(0)} {said}");
        }

        return (count, lines);
    }
}
