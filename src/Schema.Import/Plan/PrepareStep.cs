namespace Schema.Import;

sealed class PrepareStep(string name, string sql) : ImportStep(name, null)
{
    internal override async Task<StepReport> Run(StepRun run, CancellationToken cancellationToken)
    {
        await run.Execute(sql, cancellationToken);
        return run.Report(new StepReport(Name, null));
    }
}
