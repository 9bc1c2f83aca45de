namespace Schema.Import;

/// <summary>Stages the mapped rows of a copy step once more and compares them with the table.</summary>
sealed class TableVerification<TLegacy, TRow>(StepRun run, CopyStep<TLegacy, TRow> step, TargetTable table)
{
    public async Task<VerifiedStep> Run(CancellationToken cancellationToken)
    {
        var path = new RowPath<TLegacy, TRow>(run, step.Rows, step.Map, RowWriter<TRow>.For(table, run.Where));
        if (!path.Writer.HoldsKey)
            throw new SchemaException(
                ExitCode.Usage,
                $"{run.Where}: {typeof(TRow).Name} does not hold the primary key of {table.Shown}, so its rows cannot be found again.",
                "Give the record the key, computed from the legacy one.");

        var stage = new KeyedStage(run, table, [.. path.ColumnNames]);
        await stage.Create(cancellationToken);
        var rows = await path.Send(stage.Rows, cancellationToken);
        var missing = await stage.Missing(cancellationToken);
        var different = await stage.Different(cancellationToken);
        await stage.Drop(cancellationToken);

        return new VerifiedStep(step.Name, table.Shown, rows.Read, missing.Count, different.Count, [.. missing.Lines, .. different.Lines]);
    }
}
