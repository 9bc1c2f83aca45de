namespace Schema.Import;

/// <summary>Runs one copy step: straight into the table, or through a temporary one where rows may be there already.</summary>
sealed class TableCopy<TLegacy, TRow>(StepRun run, CopyStep<TLegacy, TRow> step, TargetTable table)
{
    readonly RowPath<TLegacy, TRow> path = new(run, step.Rows, step.Map, RowWriter<TRow>.For(table, run.Where));

    public async Task<StepReport> Run(CancellationToken cancellationToken)
    {
        var keeps = step.KeepsExisting || run.Context.Again;
        var counts = keeps || await OwnRows.Any(run, table, cancellationToken)
            ? await Staged(keeps, cancellationToken)
            : await Straight(cancellationToken);

        return run.Report(counts with { Digest = path.Sent.ToString() });
    }

    async Task<StepReport> Straight(CancellationToken cancellationToken)
    {
        var rows = await path.Send(table.Quoted, cancellationToken);
        var report = new StepReport(step.Name, table.Shown) { ReadsSource = true, Read = rows.Read, Written = rows.Written };
        var proof = await path.Prove(table.Quoted, OwnRows.Condition, cancellationToken);
        await Receipt.Write(run, table, OwnRows.Condition, cancellationToken);

        return report with { Proof = proof };
    }

    async Task<StepReport> Staged(bool keeps, CancellationToken cancellationToken)
    {
        var stage = new KeyedStage(run, table, [.. path.ColumnNames]);
        await stage.Create(cancellationToken);
        var rows = await path.Send(stage.Rows, cancellationToken);
        var proof = await path.Prove(stage.Rows, "", cancellationToken);
        var written = await stage.Insert(keeps, step.ConflictColumns, path.Writer.Members, cancellationToken);
        if (path.Writer.HoldsKey)
            await stage.ProveWritten(cancellationToken);

        if (run.Context.Again && path.Writer.HoldsKey)
            run.Conflicts.AddRange(await stage.Changed(cancellationToken));

        await Receipt.Write(run, table, stage.WrittenCondition, cancellationToken);
        await stage.Drop(cancellationToken);

        return new StepReport(step.Name, table.Shown)
        {
            ReadsSource = true,
            Read = rows.Read,
            Written = written,
            Kept = rows.Written - written,
            Proof = proof,
        };
    }
}
