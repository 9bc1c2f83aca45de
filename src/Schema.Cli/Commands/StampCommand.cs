using System.CommandLine;
using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

sealed class StampCommand : SchemaCommand
{
    static readonly Argument<string> NameArgument = new("NAME") { Description = "The migration whose tables are here already" };

    static readonly Option<bool> Through = new("--through") { Description = "Also all migrations before it" };

    public StampCommand()
        : base("stamp", "Mark a migration as applied without running it, only if the live tables have its shape")
    {
        Arguments.Add(NameArgument);
        Options.Add(Through);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var name = KnownMigrations.Resolve(invocation.Value(NameArgument)!);
        var database = await invocation.Database(cancellationToken);
        await using var session = await WritingSession.Alone(invocation, database, cancellationToken);
        var state = await MigrationState.Read(session.Connection, cancellationToken);
        state.RefuseNewer();

        var wanted = invocation.Value(Through) ? KnownMigrations.Ids.TakeWhile(id => id != name).Append(name) : [name];
        var stamps = wanted.Except(state.Applied).ToList();
        if (stamps.Count == 0)
        {
            invocation.Screen.Done($"{MigrationName.Short(name)} is applied already; nothing to do.");
            return invocation.Screen.Result(Json(database, [], []));
        }

        var differences = await Compare(session.Connection, stamps, cancellationToken);
        if (differences.Count > 0)
            return Refuse(invocation.Screen, database, stamps, differences);

        await using var context = invocation.Context(database);
        await HistoryStamp.Write(session.Connection, context, stamps, cancellationToken);
        invocation.Screen.Done($"{database.Address}: {MigrationName.List(stamps)} marked as applied; the tables have that shape.");
        return invocation.Screen.Result(Json(database, stamps, []));
    }

    static async Task<IReadOnlyList<Difference>> Compare(
        NpgsqlConnection connection, List<string> stamps, CancellationToken cancellationToken)
    {
        await MarketUsers.Refuse(connection, stamps, ExitCode.Difference, cancellationToken);
        var live = await LiveCatalogue.Read(connection, cancellationToken);

        return Drift.OfMigration(ExpectedCatalogue.After(Before(stamps)), ExpectedCatalogue.After(stamps[^1]), live);
    }

    static ExitCode Refuse(Screen screen, TargetDatabase database, List<string> stamps, IReadOnlyList<Difference> differences)
    {
        screen.Wrong($"{database.Address} has not the shape of {MigrationName.List(stamps)}; nothing was marked.");
        foreach (var difference in differences)
            screen.Say($"  {difference}");

        screen.Say($"Bring the tables into that shape first. Its SQL: schema script {(Before(stamps) is { } before ? MigrationName.Short(before) : "0")} {MigrationName.Short(stamps[^1])}");
        return screen.Result(Json(database, [], differences), ExitCode.Difference);
    }

    static string? Before(List<string> stamps) => KnownMigrations.Ids.TakeWhile(id => id != stamps[0]).LastOrDefault();

    static JsonObject Json(TargetDatabase database, IEnumerable<string> stamped, IEnumerable<Difference> differences) => new()
    {
        ["database"] = database.Address.ToString(),
        ["stamped"] = Output.Array(stamped),
        ["differences"] = Output.Array(differences.Select(difference => difference.ToString())),
    };
}
