using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;
using Schema.Seeding;

namespace Schema.Benchmarks;

/// <summary>The school platform's first version into users with roles, classes and links, against a loop over its people.</summary>
sealed class SchoolBenchmark : Benchmark
{
    static readonly SchoolByImport Import = new();
    static readonly SchoolByLoop Loop = new();

    public override string Name => "school";

    public override string Title => "import of schools with teachers, parents, students and links, every address decided";

    public override long UsualRows => 200_000;

    public override IReadOnlyList<Contender> Contenders => [Import, Loop];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("at least 10 times faster than a loop over EF Core", found => found[Loop.Name].Scaled / found[Import.Name].Scaled, times => times >= 10),
    ];

    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await arena.MakeLegacy(cancellationToken);
        await using (var legacy = await BenchmarkServer.Open(arena.Legacy, cancellationToken))
            await new SchoolSample().Fill(legacy, (int)rows, cancellationToken);

        await BenchmarkServer.Execute(arena.Legacy, "vacuum analyze", cancellationToken);
        await arena.MakeTemplate(cancellationToken);
        await using var context = SchemaContextFactory.Create(arena.Template, new EngineOptions { Settings = NoSources.Settings });
        await context.Database.MigrateAsync(cancellationToken);
    }
}
