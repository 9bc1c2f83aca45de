using Npgsql;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

/// <summary>The databases of the demo, all under names of its own: nobody's rows are in the way when they are made anew.</summary>
sealed class DemoDatabases
{
    const string Target = "schema_demo";
    const string Adopted = "QueueBaseline";

    readonly Dictionary<string, string> settings;

    DemoDatabases(DatabaseAddress target, Dictionary<string, string> settings) =>
        (Database, this.settings) = (new TargetDatabase(target, "the demo's own"), settings);

    public TargetDatabase Database { get; }

    /// <summary>Every import reads its sample or nothing, whatever the machine's own settings say.</summary>
    public Settings Settings(string directory) => Import.Settings.Load(directory, settings);

    public static async Task<DemoDatabases> Create(Invocation invocation, int people, CancellationToken cancellationToken)
    {
        var server = await invocation.Database(cancellationToken);
        await using var connection = await server.Open(cancellationToken);
        await Refuse(invocation, server, connection, cancellationToken);

        var settings = KnownImport.ReadingNothing();
        var place = new SamplePlace(connection, server.Address, Target, Folder(invocation, server.Address));
        foreach (var sample in SampleSystem.All)
            settings[LegacySystem.SettingOf(sample.Name)] = await sample.Make(place, people, cancellationToken);

        var target = await SampleDatabase.Recreate(connection, server.Address, Target, cancellationToken);
        settings["DATABASE_URL"] = target.ConnectionString;
        return new DemoDatabases(target, settings);
    }

    /// <summary>The help queue as its own program left it, adopted.</summary>
    public async Task AdoptQueue(Invocation invocation, int people, CancellationToken cancellationToken)
    {
        await using var session = await WritingSession.Alone(invocation, Database, cancellationToken);
        await new QueueSample().Fill(session.Connection, people, cancellationToken);
        await using var context = invocation.Context(Database);
        await HistoryStamp.Write(session.Connection, context, [KnownMigrations.Resolve(Adopted)], cancellationToken);
    }

    /// <summary>Samples that are files stay, as the databases do: import verify reads them again.</summary>
    static string Folder(Invocation invocation, DatabaseAddress server) => Path.Combine(
        ProjectFolder.Above(invocation.Settings.Directory) ?? invocation.Settings.Directory, "artifacts", "demo", $"{server.Port}");

    static async Task Refuse(Invocation invocation, TargetDatabase server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await EnvironmentGuard.IsOwnServer(connection, cancellationToken))
            throw new SchemaException(
                ExitCode.Guarded,
                $"The demo makes databases, and {server.Address} ({server.Origin}) is not on the project's own PostgreSQL.",
                "env -u DATABASE_URL make demo");

        var guard = await invocation.Guard(connection, cancellationToken);
        if (guard.IsProduction)
            throw new SchemaException(
                ExitCode.Guarded, $"The demo is refused: {server.Address} counts as Production, because {guard.Because}.", "It is for Development.");
    }
}
