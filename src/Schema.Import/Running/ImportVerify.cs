namespace Schema.Import;

/// <summary>Proves again, at any later time, that source and target agree.</summary>
public static class ImportVerify
{
    /// <summary>Reads and maps the source again and compares it with what is there by key; rolls the caller's transaction back.</summary>
    public static async Task<VerifyReport> Run(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var plan = ImportPlan.Of(import, context.Options);
        var again = context with { MaxRejects = RejectBudget.Unlimited };
        await using var sessions = await SourceSessions.Open(plan, again, cancellationToken);
        await TargetSession.Prepare(plan, again, cancellationToken);
        var steps = new List<VerifiedStep>();
        foreach (var step in plan.Steps)
        {
            await using var run = new StepRun(again, plan, step, sessions);
            if (await step.Verify(run, cancellationToken) is { } verified)
                steps.Add(verified);
        }

        await DeclaredChecks.Run(plan, again, cancellationToken);
        await context.Transaction.RollbackAsync(cancellationToken);

        return new VerifyReport(import.Name, steps);
    }
}
