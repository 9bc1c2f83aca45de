using Schema.Tests.Cli;
using Schema.Tests.Demo;
using Schema.Tests.EmbeddedPostgres;
using Schema.Tests.Legacy.Plume;
using Schema.Tests.Readme;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Schema.Tests.Testing.LongestFirst", "Schema.Tests")]

namespace Schema.Tests.Testing;

/// <summary>Tests that build or start much begin first: as the last ones they would leave a processor without work.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly Type[] Long =
    [
        typeof(CreateTests), typeof(PlumeKilledTests), typeof(CustomImporterTests), typeof(SchemaScriptTests), typeof(ReadmeTests), typeof(DemoTests),
        typeof(LegacyTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Long.Any(type => collection.DisplayName.EndsWith($" {type.FullName}", StringComparison.Ordinal)) ? 0 : 1);
}
