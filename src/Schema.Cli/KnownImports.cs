using Schema.Import;
using Schema.Migrations;

namespace Schema.Cli;

/// <summary>The imports that the program's migrations bring, by name.</summary>
static class KnownImports
{
    public static IReadOnlyList<DataImport> All { get; } =
    [
        .. typeof(SchemaContextFactory).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DataImport)) && !type.IsAbstract)
            .Select(type => (DataImport)Activator.CreateInstance(type)!)
            .OrderBy(import => import.Name, StringComparer.Ordinal),
    ];
}
