using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>The databases of one benchmark: a legacy one that is only read, and a target that each run gets anew.</summary>
sealed class Arena(BenchmarkServer server, string name) : IAsyncDisposable
{
    readonly List<string> made = [];

    public DatabaseAddress Legacy => server.Address.With(Name("legacy"));

    /// <summary>A smaller legacy database, for a contender that does fewer rows and whose result is compared.</summary>
    public DatabaseAddress Part => server.Address.With(Name("part"));

    public DatabaseAddress Template => server.Address.With(Name("template"));

    public Task MakeLegacy(CancellationToken cancellationToken) => Make(Legacy, "template template0", cancellationToken);

    public Task MakePart(CancellationToken cancellationToken) => Make(Part, "template template0", cancellationToken);

    public Task MakeTemplate(CancellationToken cancellationToken) => Make(Template, "template template0", cancellationToken);

    /// <summary>A copy of the template for one run; the checkpoint keeps one run's writing out of the next one's time.</summary>
    public async Task<DatabaseAddress> FreshTarget(CancellationToken cancellationToken)
    {
        var target = server.Address.With(Name("target"));
        await Make(target, $"template {SqlName.Quote(Template.Database)} strategy file_copy", cancellationToken);
        await server.Execute("checkpoint", cancellationToken);

        return target;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in made.Distinct())
            await server.Execute($"drop database if exists {SqlName.Quote(database)} with (force)", CancellationToken.None);
    }

    async Task Make(DatabaseAddress address, string from, CancellationToken cancellationToken)
    {
        made.Add(address.Database);
        await server.Execute($"drop database if exists {SqlName.Quote(address.Database)} with (force)", cancellationToken);
        await server.Execute($"create database {SqlName.Quote(address.Database)} {from}", cancellationToken);
    }

    string Name(string part) => $"schema_bench_{Environment.ProcessId}_{name}_{part}";
}
