using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>Users, roles and profiles of a legacy system into our own tables, one person for each address.</summary>
sealed class PeopleBenchmark : Benchmark
{
    static readonly PeopleByImport Import = new("schema import --exclusive", exclusive: true);
    static readonly PeopleByImport Careful = new("schema import", exclusive: false);
    static readonly PeopleByEntityFramework EntityFramework = new();
    static readonly PeopleByHand Hand = new();

    public override string Name => "people";

    public override string Title => "import of people with role and profile, de-duplicated by folded e-mail";

    public override long UsualRows => 1_000_000;

    public override IReadOnlyList<Contender> Contenders => [Import, Careful, EntityFramework, Hand];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("at least 15 times faster than EF Core", found => found[EntityFramework.Name].Scaled / found[Import.Name].Scaled, times => times >= 15),
        new("at most 2 times the hand-written statements", found => found[Import.Name].Scaled / found[Hand.Name].Scaled, times => times <= 2),
    ];

    /// <summary>The statements inside the server find their legacy rows there; the others read them from another database.</summary>
    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await arena.MakeLegacy(cancellationToken);
        await LegacyPeople.Make(arena.Legacy, rows, cancellationToken);
        await arena.MakeTemplate(cancellationToken);
        await LegacyPeople.Make(arena.Template, rows, cancellationToken);
        await using var context = SchemaContextFactory.Create(arena.Template, new EngineOptions { Settings = NoSources.Settings });
        await context.Database.MigrateAsync(cancellationToken);
    }
}
