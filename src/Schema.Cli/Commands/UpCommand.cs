using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Cli;

sealed class UpCommand : SchemaCommand
{
    static readonly Argument<string?> Target = new("TARGET")
    {
        Description = "The last migration to apply (default: all pending ones)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<FileInfo?> BackupFirst = new("--backup")
    {
        Description = "Take a backup into FILE first; without it nothing starts",
        HelpName = "FILE",
    };

    public UpCommand()
        : base("up", "Apply all pending migrations, or up to TARGET")
    {
        Arguments.Add(Target);
        Options.Add(BackupFirst);
        Options.Add(RunOptions.DryRun);
        Options.Add(RunOptions.Wait);
        Options.Add(RunOptions.LockTimeout);
        Options.Add(ImportOptions.OfImports);
        foreach (var option in ImportOptions.ForRuns)
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var target = invocation.Value(Target) is { } word ? KnownMigrations.Resolve(word) : null;
        var choices = ImportOptions.ForMigrations(invocation);
        var database = await invocation.Database(cancellationToken);
        var page = ImportReportFile.For(invocation);
        var before = await State(database, cancellationToken);
        var plan = Plan(before, target);

        if (invocation.Value(BackupFirst) is { } file)
            await Backup.Take(invocation, database, file, cancellationToken);
        if (plan.Count > 0)
            invocation.Screen.Note(Announce(plan, invocation.Value(RunOptions.DryRun)));

        var (imported, applied) = (new List<ImportReport>(), new List<string>());
        await using var context = invocation.Context(database, RunOptions.For(invocation) with
        {
            Imports = choices,
            Imported = imported.Add,
            Progress = Told(invocation.Screen, applied),
            Preflight = (_, steps, _) => RefuseUndoing(target, steps),
        });
        await page.Around(database, imported, () => context.Database.MigrateAsync(target, cancellationToken));
        await page.Write(database, imported, invocation.Value(RunOptions.DryRun));

        // A run that ends without an error ends at its target: there is nothing to look up, unless all was rolled back.
        var current = invocation.Value(RunOptions.DryRun)
            ? (await State(database, cancellationToken)).Current
            : target ?? KnownMigrations.Ids[^1];
        return Report(invocation, database, applied, current, imported);
    }

    static Action<MigrationProgress> Told(Screen screen, List<string> applied) => progress =>
    {
        screen.Progress(progress);
        if (progress.Moment == MigrationMoment.Applied)
            applied.Add(progress.Subject);
    };

    // While this run waited for the lock, another may have gone beyond its target.
    static Task RefuseUndoing(string? target, IReadOnlyList<MigrationStep> steps) =>
        steps.FirstOrDefault(step => !step.IsUp) is { } undo ? throw NeverUndoes(target!, MigrationName.Short(undo.Migration)) : Task.CompletedTask;

    static SchemaException NeverUndoes(string target, string newest) => new(
        ExitCode.Usage,
        $"{MigrationName.Short(target)} lies before {newest}, which is applied; up never undoes.",
        $"schema down {MigrationName.Short(target)}");

    static List<string> Plan(MigrationState before, string? target)
    {
        before.RefuseNewer();
        if (target is not null && before.Applied.Any(id => string.CompareOrdinal(id, target) > 0))
            throw NeverUndoes(target, before.CurrentName);

        return [.. before.Pending.Where(id => target is null || string.CompareOrdinal(id, target) <= 0)];
    }

    static string Announce(List<string> plan, bool rehearsal) => (plan.Count, rehearsal) switch
    {
        (1, _) => $"1 migration in one transaction: {MigrationName.List(plan)}",
        (_, true) => $"{plan.Count} migrations in one transaction, rolled back at the end: {MigrationName.List(plan)}",
        _ => $"{plan.Count} migrations, each in a transaction of its own: {MigrationName.List(plan)}",
    };

    static ExitCode Report(Invocation invocation, TargetDatabase database, List<string> applied, string? current, List<ImportReport> imported)
    {
        var rehearsed = invocation.Value(RunOptions.DryRun);
        ImportTable.Print(invocation.Screen, imported, rehearsed ? "schema import check" : "schema import list");
        invocation.Screen.Done((rehearsed, applied.Count) switch
        {
            (true, _) => $"{database.Address}: everything ran and was rolled back. Locks were held meanwhile, and sequence values are used up.",
            (_, 0) => $"{database.Address} is up to date ({MigrationName.Short(current!)}).",
            _ => $"{database.Address} is at {MigrationName.Short(current!)}.",
        });
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["dryRun"] = rehearsed,
            ["applied"] = Output.Array(rehearsed ? [] : applied),
            ["current"] = current,
            ["imports"] = ImportJson.Of(imported),
        });
    }

    static async Task<MigrationState> State(TargetDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Open(cancellationToken);
        return await MigrationState.Read(connection, cancellationToken);
    }
}
