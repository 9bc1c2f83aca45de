using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Cli;

sealed class DownCommand : SchemaCommand
{
    static readonly Argument<string?> Target = new("TARGET")
    {
        Description = "The migration that stays applied, or 0 to undo all (default: undo one)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public DownCommand()
        : base("down", "Undo one migration, or down to TARGET")
    {
        Arguments.Add(Target);
        Options.Add(RunOptions.DryRun);
        Options.Add(RunOptions.Wait);
        Options.Add(RunOptions.LockTimeout);
        Options.Add(ImportOptions.DropEdited);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        var rehearsal = invocation.Value(RunOptions.DryRun);
        await using var connection = await database.Open(cancellationToken);
        var applied = await MigrationHistory.Applied(connection, cancellationToken);
        var target = Resolve(invocation.Value(Target), database, applied);
        var undone = MigrationPlan.Make(KnownMigrations.Ids, applied, target).Steps.Select(step => step.Migration).ToList();
        if (!rehearsal)
            await invocation.RefuseProduction(connection, "Undoing a migration", "schema down", cancellationToken);

        var takenBack = new List<UndoReport>();
        var options = RunOptions.For(invocation) with
        {
            Imports = new() { DropEdited = invocation.Value(ImportOptions.DropEdited) },
            Undone = takenBack.Add,
            Preflight = (_, steps, _) => RefuseOthers(database, undone, steps),
        };
        await using var context = invocation.Context(database, options);
        var losses = await Undoing.Losses(connection, context, undone, options.LockTimeout, cancellationToken);
        invocation.Screen.Say($"{database.Address}: undo {(undone.Count == 0 ? "nothing" : MigrationName.List(undone))}.");
        foreach (var loss in losses)
            invocation.Screen.Say($"  {loss}");
        if (!rehearsal && undone.Count > 0)
            invocation.Confirm("Undo?", "Nothing was undone.");

        await context.Database.MigrateAsync(target, cancellationToken);
        return Report(invocation.Screen, database, undone, losses, takenBack, rehearsal);
    }

    static ExitCode Report(Screen screen, TargetDatabase database, List<string> undone, IReadOnlyList<string> losses, List<UndoReport> takenBack, bool rehearsal)
    {
        UndoneLines.Print(screen, takenBack);
        screen.Done(rehearsal
            ? $"{database.Address}: everything ran and was rolled back. Locks were held meanwhile, and sequence values are used up."
            : $"{database.Address}: undone.");
        return screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["dryRun"] = rehearsal,
            ["undone"] = Output.Array(undone),
            ["lost"] = Output.Array(losses),
            ["takenBack"] = ImportJson.Of(takenBack),
        });
    }

    // Whoever was asked agreed to these; while he thought, or waited for the lock, another run may have come between.
    static Task RefuseOthers(TargetDatabase database, List<string> agreed, IReadOnlyList<MigrationStep> steps) =>
        steps.Select(step => step.Migration).SequenceEqual(agreed)
            ? Task.CompletedTask
            : throw new SchemaException(
                ExitCode.Guarded,
                $"Another run has changed {database.Address} meanwhile: to undo would now be {(steps.Count == 0 ? "nothing" : MigrationName.List(steps.Select(step => step.Migration)))}. Nothing was undone.",
                "Look at it again: schema down");

    static string Resolve(string? word, TargetDatabase database, IReadOnlyList<string> applied)
    {
        if (applied.Count == 0)
            throw new SchemaException(ExitCode.Usage, $"{database.Address} has no migration to undo.");
        if (word is null)
            return applied.Count > 1 ? applied[^2] : "0";
        if (word == "0")
            return word;

        var target = KnownMigrations.Resolve(word);
        return applied.Contains(target)
            ? target
            : throw new SchemaException(ExitCode.Usage, $"{MigrationName.Short(target)} is not applied; down never applies.", "schema up");
    }
}
