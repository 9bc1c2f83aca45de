using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations.Internal;
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

    /// <summary>What follows the story: they carry rows of other systems, make tables for them or keep more rules, and have tests of their own.</summary>
    public static readonly string[] Imports = ["ImportPlume", "Timetables", "ImportTimetable", "MarketRules", "Schools", "ImportSchool"];

    /// <summary>There is no legacy system here, and undoing is meant.</summary>
    static readonly EngineOptions WithoutLegacySystems = new()
    {
        Settings = Settings.Load(Path.GetTempPath(), Imports.Where(name => name.StartsWith("Import", StringComparison.Ordinal)).ToDictionary(name => $"LEGACY_{name[6..].ToUpperInvariant()}", _ => "none")),
        AllowProduction = true,
    };

    /// <summary>The awkward queue, adopted and brought up to a migration.</summary>
    public static Task<TestDatabase> At(string migration) => At("awkward", Adopt, migration);

    /// <summary>The awkward queue at head, with people and rows that only today's tables can hold.</summary>
    public static Task<TestDatabase> Lived() =>
        TestDatabase.From("lived", async connectionString =>
        {
            await Adopt(connectionString);
            await To(connectionString, Story[^1]);
            await Execute(connectionString, QStack.NewPeople + QStack.NewRows);
        });

    public static Task<TestDatabase> EmptyAt(string migration) => At("empty", connectionString => Execute(connectionString, LedgerSchema.Sql), migration);

    public static async Task To(this TestDatabase database, string migration) => await To(database.ConnectionString, migration);

    // EF Core's own migrator and history: what the migrations do by themselves, without lock and run. Npgsql's are internal API.
#pragma warning disable EF1001
    public static SchemaContext Context(string connectionString) =>
        new((DbContextOptions<SchemaContext>)new DbContextOptionsBuilder<SchemaContext>()
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(SchemaContextFactory).Assembly.GetName().Name))
            .UseEngine(WithoutLegacySystems)
            .ReplaceService<IMigrator, NpgsqlMigrator>()
            .ReplaceService<IHistoryRepository, NpgsqlHistoryRepository>()
            .Options);
#pragma warning restore EF1001

    /// <summary>What a dry run does: one transaction around all migrations.</summary>
    public static async Task ToAndBackInOneTransaction(this TestDatabase database, string there, string back)
    {
        await using var context = Context(database.ConnectionString);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.GetService<IMigrator>().MigrateAsync(there);
        await context.GetService<IMigrator>().MigrateAsync(back);
        await transaction.CommitAsync();
    }

    /// <summary>Each template is built on the one of the migration before, so that no migration runs twice for it.</summary>
    static async Task<TestDatabase> At(string found, Func<string, Task> find, string migration)
    {
        var template = await TestDatabase.Template(found, find);
        foreach (var step in (string[])[.. Story, .. Imports])
        {
            template = await TestDatabase.Template($"{found}_{step}", connectionString => To(connectionString, step), template);
            if (step == migration)
                return await TestDatabase.Clone(template);
        }

        throw new ArgumentException($"No migration is called {migration}.", nameof(migration));
    }

    static async Task Adopt(string connectionString)
    {
        await Execute(connectionString, LedgerSchema.Sql);
        await Execute(connectionString, QStack.Tables + QStack.Rows);
        await Stamp(connectionString);
    }

    public static async Task To(string connectionString, string migration)
    {
        await using var context = Context(connectionString);
        // Otherwise EF Core opens a session to see that the database exists, another to read the history, and a third to migrate.
        await context.Database.OpenConnectionAsync();
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
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
