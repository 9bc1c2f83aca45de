using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Cli;

/// <summary>Databases brought up by the engine itself, with their ledger.</summary>
static class Databases
{
    public static Task<TestDatabase> AtHead() => TestDatabase.From("cli_head", connectionString => Up(connectionString));

    public static Task<TestDatabase> At(string migration) =>
        TestDatabase.From($"cli_{migration}", connectionString => Up(connectionString, migration));

    public static async Task Up(string connectionString, string? migration = null)
    {
        await using var context = SchemaContextFactory.Create(DatabaseAddress.Parse(connectionString), Options);
        await context.Database.MigrateAsync(migration);
    }

    public static EngineOptions Options { get; } = new() { Settings = Settings.Load(SchemaProgram.Elsewhere) };

    /// <summary>As the program's sentences name it.</summary>
    public static string Name(this TestDatabase database) => DatabaseAddress.Parse(database.ConnectionString).ToString();

    public static string As(this TestDatabase database, string role, string? password = null) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = password }.ConnectionString;
}
