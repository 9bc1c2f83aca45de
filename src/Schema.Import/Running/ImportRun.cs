using Npgsql;

namespace Schema.Import;

/// <summary>The steps of one import, one after the other, and what must hold after them.</summary>
sealed class ImportRun(ImportPlan plan, ImportContext context, SourceSessions sessions)
{
    readonly List<StepReport> steps = [];
    readonly List<Conflict> conflicts = [];
    Dictionary<string, TargetTable> tables = [];

    ImportReport Report => new(plan.Import.Name, context.Run, steps, conflicts) { Source = sessions.Description };

    public async Task<ImportReport> Run(CancellationToken cancellationToken)
    {
        try
        {
            await FindTables(cancellationToken);
            var window = await LoadWindow.Open(plan, context, cancellationToken);
            foreach (var step in plan.Steps)
                await Run(step, cancellationToken);

            await window.Close(cancellationToken);
            await CheckConstraints(cancellationToken);
            await DeclaredChecks.Run(plan, context, cancellationToken);
            conflicts.AddRange(await DeclaredChecks.Conflicts(plan, context, cancellationToken));
            await Sequences.Advance(plan, context, tables.Values, steps, cancellationToken);

            return Report;
        }
        catch (SchemaException refused) when (refused is { Exit: ExitCode.DataRefused } and not ImportRefusedException)
        {
            throw new ImportRefusedException(refused.Message, refused.Advice, Report, refused);
        }
    }

    /// <summary>Reads and maps, for a target whose tables are yet to be made.</summary>
    public async Task<ImportReport> ReadOnly(CancellationToken cancellationToken)
    {
        foreach (var step in plan.Steps)
        {
            await using var run = new StepRun(context, plan, step, sessions);
            run.Rejects.Forget();
            if (await step.Read(run, cancellationToken) is { } report)
                steps.Add(report);
        }

        return Report;
    }

    async Task Run(ImportStep step, CancellationToken cancellationToken)
    {
        await using var run = new StepRun(context, plan, step, sessions, tables);
        run.Rejects.Forget();
        steps.Add(await step.Run(run, cancellationToken));
        conflicts.AddRange(run.Conflicts);
        // A share is one of all rows, and these are known when the last source is read.
        if (context.MaxRejects.IsShare && plan.Steps.Skip(steps.Count).Any(later => later.Source is not null))
            return;
        if (!context.MaxRejects.Allows(Report.Rejected, Report.Seen))
            throw RejectWords.OverBudget(plan.Import, Report, context);
    }

    /// <summary>As they are before anything is taken off them; each needs a key by which its rows can be taken back.</summary>
    async Task FindTables(CancellationToken cancellationToken)
    {
        string[] named = [.. plan.Steps.Select(step => step.Table).OfType<string>().Distinct()];
        tables = await TargetTable.Find(context.Target, named, cancellationToken);
        foreach (var table in tables.Values)
            ReceiptKey.Of(table);
    }

    /// <summary>Deferred constraints speak now, while the run can still say where; and no DDL may follow unchecked rows.</summary>
    async Task CheckConstraints(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand("set constraints all immediate", context.Target, context.Transaction) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException refused)
        {
            // The driver's own word for a detail that it keeps back helps nobody.
            var detail = refused.Detail?.StartsWith("Detail redacted", StringComparison.Ordinal) == false ? $" {refused.Detail}" : "";
            throw new SchemaException(ExitCode.DataRefused, $"{plan.Import.Title}: {refused.MessageText}.{detail}", "Nothing was changed.", refused);
        }
    }
}
