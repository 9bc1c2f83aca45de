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

    public override string Title => "import of schools with teachers, parents, students and links, every address decided; both results compared in every table";

    public override long UsualRows => 200_000;

    public override IReadOnlyList<Contender> Contenders => [Import, Loop];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("at least 10 times faster than a loop over EF Core with the same result", found => found[Loop.Name].Scaled / found[Import.Name].Scaled, times => times >= 10),
    ];

    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await arena.MakeLegacy(cancellationToken);
        await Fill(arena.Legacy, rows, cancellationToken);
        await arena.MakePart(cancellationToken);
        await Fill(arena.Part, Loop.Rows(rows), cancellationToken);
        await arena.MakeTemplate(cancellationToken);
        await using var context = SchemaContextFactory.Create(arena.Template, new EngineOptions { Settings = NoSources.Settings });
        await context.Database.MigrateAsync(cancellationToken);
    }

    static async Task Fill(DatabaseAddress legacy, long people, CancellationToken cancellationToken)
    {
        await using (var connection = await BenchmarkServer.Open(legacy, cancellationToken))
            await new SchoolSample().Fill(connection, (int)people, cancellationToken);

        await BenchmarkServer.Execute(legacy, "vacuum analyze", cancellationToken);
    }
}
