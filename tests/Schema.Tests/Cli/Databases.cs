using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Cli;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Cli;

/// <summary>Databases brought up by the engine itself, with their ledger.</summary>
static class Databases
{
    /// <summary>The newest migration, whichever it is by now.</summary>
    public static string Head => KnownMigrations.Ids[^1];

    public static string HeadName => MigrationName.Short(Head);

    /// <summary>What follows a migration, as the program lists it.</summary>
    public static string After(string? migration) =>
        MigrationName.List(KnownMigrations.Ids.SkipWhile(id => migration is not null && MigrationName.Short(id) != migration).Skip(migration is null ? 0 : 1));

    public static Task<TestDatabase> AtHead() => TestDatabase.From("cli_head", connectionString => Up(connectionString));

    public static Task<TestDatabase> At(string migration) =>
        TestDatabase.From($"cli_{migration}", connectionString => Up(connectionString, migration));

    /// <summary>In Development, with these settings and no others.</summary>
    public static async Task Up(string connectionString, string? migration = null, params (string Name, string Value)[] settings)
    {
        var values = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        values["SCHEMA_ENVIRONMENT"] = "development";
        var options = new EngineOptions { Settings = Settings.Only(SchemaProgram.Elsewhere, values) };
        await using var context = SchemaContextFactory.Create(DatabaseAddress.Parse(connectionString), options);
        await context.Database.MigrateAsync(migration);
    }

    /// <summary>As the program's sentences name it.</summary>
    public static string Name(this TestDatabase database) => DatabaseAddress.Parse(database.ConnectionString).ToString();

    public static string As(this TestDatabase database, string role, string? password = null) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = password }.ConnectionString;
}
