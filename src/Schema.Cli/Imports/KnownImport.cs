using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>An import of the program, and the migration that brings it, if one does yet.</summary>
sealed record KnownImport(DataImport Import, string? Migration)
{
    const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    static readonly Type[] Types = typeof(SchemaContextFactory).Assembly.GetTypes();

    public static IReadOnlyList<KnownImport> All { get; } = Find();

    public string Name => Import.Name;

    public static KnownImport Resolve(string name) =>
        All.FirstOrDefault(known => known.Name == name)
        ?? throw new SchemaException(
            ExitCode.Usage,
            $"There is no import '{name}'.",
            $"Known: {string.Join(", ", All.Select(known => known.Name))}");

    /// <summary>Settings under which none of them reads anything, whatever the machine's own say.</summary>
    public static Dictionary<string, string> ReadingNothing() => All.ToDictionary(known => LegacySystem.SettingOf(known.Name), _ => LegacySystem.None);

    /// <summary>What it writes is there only when its migration has run.</summary>
    public void RefuseUnapplied(TargetDatabase database, IReadOnlyList<string> applied)
    {
        if (Migration is null)
            throw new SchemaException(
                ExitCode.Usage,
                $"No migration brings the import {Name} yet.",
                $"make migrate-create NAME=Import{Import.GetType().Name.Replace("Import", "")}, with migrationBuilder.Import<{Import.GetType().Name}>() in its Up");
        if (!applied.Contains(Migration))
            throw new SchemaException(
                ExitCode.Usage,
                $"The import {Name} belongs to the migration {MigrationName.Short(Migration)}, which is not applied to {database.Address}.",
                "schema up");
    }

    static KnownImport[] Find()
    {
        var migrations = Types.Where(type => type.IsDefined(typeof(MigrationAttribute), inherit: false)).SelectMany(Brought).ToList();
        return
        [
            .. Types.Where(type => type.IsSubclassOf(typeof(DataImport)) && !type.IsAbstract)
                .Select(type => new KnownImport((DataImport)Activator.CreateInstance(type)!, migrations.FirstOrDefault(brought => brought.Import == type).Migration))
                .OrderBy(known => known.Name, StringComparer.Ordinal),
        ];
    }

    static IEnumerable<(Type Import, string? Migration)> Brought(Type type)
    {
        var migration = (Migration)Activator.CreateInstance(type)!;
        migration.ActiveProvider = Provider;
        var id = type.GetCustomAttribute<MigrationAttribute>()!.Id;

        return migration.UpOperations.OfType<ImportOperation>().Where(operation => !operation.IsUndo)
            .Select(operation => (operation.Import.GetType(), (string?)id));
    }
}
