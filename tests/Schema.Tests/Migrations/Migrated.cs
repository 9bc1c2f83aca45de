using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Migrations;

/// <summary>Databases at one migration of the story, and the way from there to another.</summary>
static class Migrated
{
    public static readonly string[] Story =
    [
        "QueueBaseline", "MarketBaseline", "CentralUsers", "RolesAndPermissions", "QueuePeople", "RekeyTickets",
        "NotificationChannels", "TickerFollows", "ArchiveOldUsers",
    ];

    /// <summary>The awkward queue, adopted and brought up to a migration, with rows in every table that has come since.</summary>
    public static Task<TestDatabase> At(string migration) =>
        TestDatabase.From($"awkward_{migration}", connectionString => Build(connectionString, migration));

    public static Task<TestDatabase> EmptyAt(string migration) =>
        TestDatabase.From($"empty_{migration}", async connectionString =>
        {
            await Execute(connectionString, LedgerSchema.Sql);
            await To(connectionString, migration);
        });

    public static async Task To(this TestDatabase database, string migration) => await To(database.ConnectionString, migration);

    public static SchemaContext Context(string connectionString) =>
        new(new DbContextOptionsBuilder<SchemaContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(SchemaContextFactory).Assembly.GetName().Name))
            .Options);

    static async Task Build(string connectionString, string migration)
    {
        await Execute(connectionString, LedgerSchema.Sql);
        await Execute(connectionString, QStack.Tables + QStack.Rows);
        await Stamp(connectionString);
        await To(connectionString, migration);
    }

    static async Task To(string connectionString, string migration)
    {
        await using var context = Context(connectionString);
        await context.GetService<IMigrator>().MigrateAsync(migration);
    }

    static async Task Stamp(string connectionString)
    {
        await using var context = Context(connectionString);
        var history = context.GetService<IHistoryRepository>();
        var baseline = context.Database.GetMigrations().First();
        await Execute(connectionString, history.GetCreateScript() + history.GetInsertScript(new HistoryRow(baseline, "10.0.14")));
    }

    static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
