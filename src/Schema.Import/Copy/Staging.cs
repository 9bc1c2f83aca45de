namespace Schema.Import;

/// <summary>Runs one staging step: makes the temporary table from the record, sends the rows, proves them.</summary>
sealed class Staging<TLegacy, TRow>(StepRun run, StageStep<TLegacy, TRow> step)
{
    public async Task<StepReport> Run(CancellationToken cancellationToken)
    {
        var name = $"pg_temp.{step.Name}";
        await run.Execute($"create temporary table {SqlName.Quote(step.Name)} ({StageColumns.Sql(typeof(TRow))}) on commit drop", cancellationToken);
        var table = await run.Table(name, cancellationToken);
        var path = new RowPath<TLegacy, TRow>(run, step.Rows, step.Map, RowWriter<TRow>.For(table, run.Where));
        var rows = await path.Send(table.Quoted, cancellationToken);
        var proof = await path.Prove(table.Quoted, "", cancellationToken);
        await run.Execute($"analyze {table.Quoted}", cancellationToken);

        return run.Report(new StepReport(step.Name, null) { Read = rows.Read, Written = rows.Written, Proof = proof, Digest = path.Sent.ToString() });
    }
}
