using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Cli;

sealed class DemoCommand : SchemaCommand
{
    static readonly Option<int> People = NumberOption.Count("--people", "Registrations in the sample", 3000);

    // The demo's database differs from the project's own by the end of its name; no password is printed.
    static readonly string[] Next =
    [
        """demo="$(env -u DATABASE_URL scripts/postgres url)_demo" """,
        """scripts/schema status --database "$demo" """,
        """scripts/schema history --database "$demo" """,
        """scripts/schema down --database "$demo" --dry-run --yes""",
        """psql "$demo" -c "select email, first_name, last_name, string_agg(system || ' ' || external_id, ', ') from users u join user_external_ids on user_id = u.id group by u.id having count(*) > 1 limit 20" """,
    ];

    public DemoCommand()
        : base("demo", "Make sample legacy databases on the project's own PostgreSQL and migrate them, all of it anew each time") =>
        Options.Add(People);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var people = invocation.Value(People);
        var databases = await DemoDatabases.Create(invocation, people, cancellationToken);
        await databases.AdoptQueue(invocation, people, cancellationToken);
        var found = await Count(databases.Database, QueueCounts.Found, cancellationToken);
        var reports = await Migrate(invocation, databases, cancellationToken);
        var migrated = await Count(databases.Database, QueueCounts.Migrated, cancellationToken);
        var copied = await PlatformCopy.Run(invocation, cancellationToken);

        Print(invocation.Screen, found, migrated, reports, copied);
        Suggest(invocation.Screen, databases.Database);
        return invocation.Screen.Result(new JsonObject
        {
            ["database"] = databases.Database.Address.ToString(),
            ["found"] = found.Json(),
            ["migrated"] = migrated.Json(),
            ["imports"] = ImportJson.Of(reports),
            ["copied"] = copied is null ? null : Output.Array(copied.Tables.Select(CopyCommand.Json)),
        });
    }

    static async Task<List<ImportReport>> Migrate(Invocation invocation, DemoDatabases databases, CancellationToken cancellationToken)
    {
        var reports = new List<ImportReport>();
        await using var context = invocation.Context(databases.Database, invocation.Options with
        {
            Settings = databases.Settings(invocation.Settings.Directory),
            Imported = reports.Add,
        });
        await context.Database.MigrateAsync(cancellationToken);

        return reports;
    }

    static void Print(Screen screen, QueueCounts found, QueueCounts migrated, IReadOnlyList<ImportReport> reports, TransferReport? copied)
    {
        screen.Say($"The help queue as it was found: {found.People:N0} accounts, {found.Tickets:N0} tickets, {found.Chatrooms:N0} chatrooms.");
        screen.Say($"The help queue as it is now: {migrated.People:N0} people, {migrated.Tickets:N0} tickets, {migrated.Chatrooms:N0} chatrooms.");
        screen.Say();
        ImportTable.Print(screen, reports, list: null);

        screen.Say();
        foreach (var line in ConflictLines.Of(reports))
            screen.Say(line);

        screen.Say();
        screen.Say(copied is null
            ? "No MariaDB is installed here; with one, a copy of a whole database would follow."
            : $"A platform's MariaDB, copied whole into schema_demo_platform: {copied.Written:N0} rows.");
        foreach (var table in copied?.Tables ?? [])
            screen.Say($"  {string.Join("; ", table.Changes.Prepend($"{table.Table}: {table.Written:N0} rows, {table.Proof}"))}");
    }

    static void Suggest(Screen screen, TargetDatabase database)
    {
        screen.Say();
        screen.Done($"{database.Address} is up to date. Look around:");
        foreach (var command in Next)
            screen.Say($"  {command.TrimEnd()}");
    }

    static async Task<QueueCounts> Count(
        TargetDatabase database,
        Func<Npgsql.NpgsqlConnection, CancellationToken, Task<QueueCounts>> count,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.Open(cancellationToken);
        return await count(connection, cancellationToken);
    }
}
