namespace Schema.Import;

/// <summary>Runs one staging step: makes the temporary table from the record, sends the rows, proves them.</summary>
sealed class Staging<TLegacy, TRow>(StepRun run, StageStep<TLegacy, TRow> step)
{
    public async Task<StepReport> Run(CancellationToken cancellationToken)
    {
        var name = $"pg_temp.{step.Name}";
        await RefuseToHide(cancellationToken);
        await run.Execute($"create temporary table {SqlName.Quote(step.Name)} ({StageColumns.Sql(typeof(TRow))}) on commit drop", cancellationToken);
        var table = await run.Table(name, cancellationToken);
        var path = new RowPath<TLegacy, TRow>(run, step.Rows, step.Map, RowWriter<TRow>.For(table, run.Where));
        var rows = await path.Send(table.Quoted, cancellationToken);
        var proof = await path.Prove(table.Quoted, "", cancellationToken);
        await run.Execute($"analyze {table.Quoted}", cancellationToken);

        return run.Report(new StepReport(step.Name, null) { ReadsSource = !step.IsAside, Read = rows.Read, Written = rows.Written, Proof = proof, Digest = path.Sent.ToString() });
    }

    /// <summary>A temporary table comes before all others of its name.</summary>
    async Task RefuseToHide(CancellationToken cancellationToken)
    {
        await using var command = run.Command("select to_regclass($1)::text");
        command.Parameters.Add(new() { Value = SqlName.Quote(step.Name) });
        if (await command.ExecuteScalarAsync(cancellationToken) is string hidden)
            throw new SchemaException(
                ExitCode.Usage,
                $"{run.Where}: a staging table of that name would hide the table {hidden}.",
                "Give the staging table another name.");
    }
}
