using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Cli;

sealed class DownCommand : SchemaCommand
{
    static readonly Argument<string?> Target = new("target")
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
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var applied = await MigrationHistory.Applied(connection, cancellationToken);
        if (applied.Count == 0)
            throw new SchemaException(ExitCode.Usage, $"{database.Address} has no migration to undo.");

        var target = invocation.Value(Target) is { } word ? Resolve(word, applied) : Previous(applied);
        var undone = applied.Where(id => string.CompareOrdinal(id, target) > 0 || target == "0").Reverse().ToList();

        invocation.Screen.Say($"{database.Address}: undo {string.Join(", ", undone.Select(MigrationName.Short))}.");
        if (!invocation.Value(RunOptions.DryRun) && undone.Count > 0 && !invocation.Screen.Confirm("Undo?", invocation.Yes))
            return invocation.Screen.Fail(new(ExitCode.Guarded, "Nothing was undone."));

        await using var context = invocation.Context(database, options => RunOptions.Apply(invocation, options));
        await context.Database.MigrateAsync(target, cancellationToken);
        invocation.Screen.Result(new JsonObject { ["database"] = database.Address.ToString(), ["undone"] = Output.Array(undone) });

        return ExitCode.Done;
    }

    static string Resolve(string word, IReadOnlyList<string> applied)
    {
        if (word == "0")
            return word;

        var target = KnownMigrations.Resolve(word);
        return applied.Contains(target)
            ? target
            : throw new SchemaException(ExitCode.Usage, $"{MigrationName.Short(target)} is not applied; down never applies.", "schema up");
    }

    static string Previous(IReadOnlyList<string> applied) => applied.Count > 1 ? applied[^2] : "0";
}
