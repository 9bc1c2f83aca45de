using Microsoft.EntityFrameworkCore;
using Npgsql;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>Makes the expected catalogues: migrates an empty database step by step and reads its shape after each.</summary>
static class CatalogueTexts
{
    public const string Folder = "src/Schema.Migrations/Catalogue";

    public static async Task<IReadOnlyDictionary<string, string>> Make(DatabaseAddress empty, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>();
        await using var context = Context(empty);
        await using var connection = new NpgsqlConnection(empty.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var migration in KnownMigrations.Ids)
        {
            await context.Database.MigrateAsync(migration, cancellationToken);
            texts[migration] = await Text(migration, connection, cancellationToken);
        }

        return texts;
    }

    /// <summary>All migrations, and what the model has that none of them makes yet.</summary>
    public static async Task ToModel(DatabaseAddress empty, CancellationToken cancellationToken)
    {
        await using var context = Context(empty);
        await context.Database.MigrateAsync(cancellationToken);
        await ModelChanges.Make(context, cancellationToken);
    }

    /// <summary>Of a database that the migration was the last to change; the file's name comes back.</summary>
    public static async Task<string> Write(string folder, string migration, DatabaseAddress migrated, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(migrated.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var path = PathOf(folder, migration);
        await File.WriteAllTextAsync(path, await Text(migration, connection, cancellationToken), cancellationToken);

        return path;
    }

    /// <summary>Only what differs is written; the names of those files come back.</summary>
    public static async Task<IReadOnlyList<string>> Write(
        string folder, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var (migration, text) in texts)
        {
            var path = PathOf(folder, migration);
            if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == text)
                continue;

            await File.WriteAllTextAsync(path, text, cancellationToken);
            written.Add(path);
        }

        foreach (var stale in Directory.GetFiles(folder, "*.txt").Where(path => !texts.ContainsKey(Path.GetFileNameWithoutExtension(path))))
            File.Delete(stale);

        return written;
    }

    static SchemaContext Context(DatabaseAddress empty)
    {
        // Development and no setting of the machine's: no legacy system is asked for rows that nobody wants here.
        var settings = Settings.Only(Environment.CurrentDirectory, new Dictionary<string, string> { ["SCHEMA_ENVIRONMENT"] = "development" });
        return SchemaContextFactory.Create(empty, new EngineOptions { Settings = settings });
    }

    static async Task<string> Text(string migration, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        $"""
        # What the database looks like after {MigrationName.Short(migration)}. Written by schema create; a test proves it.

        {await LiveCatalogue.Read(connection, cancellationToken)}
        """;

    static string PathOf(string folder, string migration) => Path.Combine(folder, $"{migration}.txt");
}
