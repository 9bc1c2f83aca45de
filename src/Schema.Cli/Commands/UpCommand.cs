using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Cli;

sealed class UpCommand : SchemaCommand
{
    static readonly Argument<string?> Target = new("target")
    {
        Description = "The last migration to apply (default: all pending ones)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public UpCommand()
        : base("up", "Apply all pending migrations, or up to TARGET")
    {
        Arguments.Add(Target);
        Options.Add(RunOptions.DryRun);
        Options.Add(RunOptions.Wait);
        Options.Add(RunOptions.LockTimeout);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var target = invocation.Value(Target) is { } word ? KnownMigrations.Resolve(word) : null;
        var database = await invocation.Database(cancellationToken);
        var before = await Applied(database, cancellationToken);
        if (target is not null && before.Any(id => string.CompareOrdinal(id, target) > 0))
            throw new SchemaException(
                ExitCode.Usage,
                $"{MigrationName.Short(target)} lies before {MigrationName.Short(before[^1])}, which is applied; up never undoes.",
                $"schema down {MigrationName.Short(target)}");

        await using var context = invocation.Context(database, options => RunOptions.Apply(invocation, options));
        await context.Database.MigrateAsync(target, cancellationToken);

        return await Report(invocation, database, before, cancellationToken);
    }

    static async Task<ExitCode> Report(
        Invocation invocation, TargetDatabase database, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        var after = await Applied(database, cancellationToken);
        var applied = after.Except(before).ToList();
        var rehearsed = invocation.Value(RunOptions.DryRun);
        invocation.Screen.Say((rehearsed, applied.Count) switch
        {
            (true, _) => $"{database.Address}: everything ran and was rolled back. Locks were held meanwhile, and sequence values are used up.",
            (_, 0) => $"{database.Address} is up to date ({(after.Count == 0 ? "no migrations" : MigrationName.Short(after[^1]))}).",
            _ => $"{database.Address} is at {MigrationName.Short(after[^1])}.",
        });
        invocation.Screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["dryRun"] = rehearsed,
            ["applied"] = Output.Array(applied),
            ["current"] = after.LastOrDefault(),
        });
        return ExitCode.Done;
    }

    static async Task<IReadOnlyList<string>> Applied(TargetDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Open(cancellationToken);
        return await MigrationHistory.Applied(connection, cancellationToken);
    }
}
