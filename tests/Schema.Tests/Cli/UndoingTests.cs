using Schema.Cli;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Cli;

public class UndoingTests
{
    [Fact]
    public async Task Tables_that_a_migration_drops_in_its_own_sql_are_told()
    {
        await using var database = await Databases.AtHead();
        await database.Execute("insert into users (email, phone_raw) values ('ann@example.org', '+1')");

        var losses = await Losses(database, "CentralUsers", "Schools");

        Assert.Superset(
            new HashSet<string>
            {
                "drops table public.schools: 0 rows", "drops table public.subjects: 17 rows", "drops column public.users.phone_raw: 1 value",
                "drops table public.users: 1 row", "drops table public.user_roles: 0 rows",
            },
            losses.ToHashSet());
    }

    [Fact]
    public async Task Rows_that_an_import_brought_are_told()
    {
        await using var database = await Databases.AtHead();
        await database.Execute(
            """
            insert into ledger.receipt (run, import, table_name, batch, key_columns, columns, uuids, hashes)
            select gen_random_uuid(), import, 'public.users', 0, '{id}', '{id}', array[gen_random_uuid(), gen_random_uuid()], '{1,2}'
            from (values ('plume'), ('plume'), ('orchard')) written (import)
            """);

        Assert.Equal(["takes back what plume wrote into public.users: up to 4 rows"], await Losses(database, "ImportPlume", "ImportPlume"));
    }

    static async Task<IReadOnlyList<string>> Losses(TestDatabase database, string first, string last)
    {
        await using var connection = await database.Open();
        await using var context = SchemaContextFactory.Create(
            DatabaseAddress.Parse(database.ConnectionString), new() { Settings = Settings.Only(SchemaProgram.Elsewhere, new Dictionary<string, string>()) });
        var (from, to) = (KnownMigrations.Resolve(first), KnownMigrations.Resolve(last));
        var undone = KnownMigrations.Ids.Reverse().SkipWhile(id => id != to).TakeWhile(id => string.CompareOrdinal(id, from) >= 0);

        return await Undoing.Losses(connection, context, undone, TimeSpan.FromSeconds(5), CancellationToken.None);
    }
}
