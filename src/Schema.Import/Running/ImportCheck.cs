namespace Schema.Import;

/// <summary>Reads and maps everything and keeps nothing: what a run would reject, and the conflicts it would list.</summary>
public static class ImportCheck
{
    /// <summary>Really runs all steps where the tables are there, else only reads and maps; rolls the caller's transaction back.</summary>
    public static async Task<ImportReport> Run(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var plan = ImportPlan.Of(import, context.Options, isCheck: true);
        var checking = context with { MaxRejects = RejectBudget.Unlimited };
        await using var sessions = await SourceSessions.Open(plan, checking, cancellationToken);
        if (await LacksTables(plan, checking, cancellationToken))
            return await new ImportRun(plan, checking, sessions).ReadOnly(cancellationToken);

        await TargetSession.Prepare(plan, checking, cancellationToken);
        await Triggers.Refuse(plan, checking, cancellationToken);
        var report = await new ImportRun(plan, checking, sessions).Run(cancellationToken);
        var said = await HandOver(plan, context, cancellationToken);
        await context.Transaction.RollbackAsync(cancellationToken);

        return report with { HandedOver = said };
    }

    static async Task<List<string>> HandOver(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        foreach (var output in plan.Outputs)
            said.Add(await output.Write(await DeclaredChecks.Fields(context, output.Sql, cancellationToken), cancellationToken));

        return said;
    }

    static async Task<bool> LacksTables(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        string[] tables = [.. plan.Tables];
        return (await TargetTable.Find(context.Target, tables, cancellationToken)).Count < tables.Length;
    }
}
