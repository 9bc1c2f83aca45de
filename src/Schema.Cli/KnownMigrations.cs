using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>The program's migrations, oldest first, without building EF Core's model.</summary>
static class KnownMigrations
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(SchemaContextFactory).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A migration by id or by the name in it.</summary>
    public static string Resolve(string word) =>
        Ids.FirstOrDefault(id => id == word || MigrationName.Short(id).Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? throw new SchemaException(
            ExitCode.Usage,
            $"There is no migration '{word}'.",
            $"Known: {string.Join(", ", Ids.Select(MigrationName.Short))}");
}
