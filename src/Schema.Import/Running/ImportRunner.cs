namespace Schema.Import;

/// <summary>Runs an import inside the caller's transaction; it never commits and never rolls back.</summary>
public static class ImportRunner
{
    public static async Task<ImportReport> Run(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var plan = ImportPlan.Of(import, context.Options);
        await using var sessions = await SourceSessions.Open(plan, context, cancellationToken);
        await TargetSession.Prepare(plan, context, cancellationToken);
        await Triggers.Refuse(plan, context, cancellationToken);

        return await new ImportRun(plan, context, sessions).Run(cancellationToken);
    }
}
