using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>The imports of the migrations are not what is measured: no legacy system is there, whatever the machine's settings say.</summary>
static class NoSources
{
    public static Settings Settings { get; } = Import.Settings.Load(BenchmarkServer.Root, Decisions());

    static Dictionary<string, string> Decisions() =>
        typeof(SchemaContextFactory).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DataImport)) && !type.IsAbstract)
            .Select(type => (DataImport)Activator.CreateInstance(type)!)
            .ToDictionary(import => $"LEGACY_{import.Name.ToUpperInvariant()}", _ => "none");
}
