using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>How long a person waits to see where an up-to-date database is.</summary>
sealed class StatusBenchmark : Benchmark
{
    static readonly WholeProgram Ours = new(
        "schema status", [Path.Combine(BenchmarkServer.Root, "artifacts", "bin", "Schema.Cli", "release", "Schema.Cli.dll"), "status"]);

    static readonly WholeProgram Theirs = new(
        "dotnet ef migrations list --no-build",
        ["ef", "migrations", "list", "--no-build", "--configuration", "Release", "--project", "src/Schema.Migrations"]);

    public override string Name => "status";

    public override string Title => "where is this database? asked of an up-to-date one";

    public override long UsualRows => 1;

    public override IReadOnlyList<Contender> Contenders => [Ours, Theirs];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("at least 5 times faster than dotnet ef", found => found[Theirs.Name].Median / found[Ours.Name].Median, times => times >= 5),
    ];

    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await WholeProgram.Run(["build", "src/Schema.Cli", "--configuration", "Release", "--nologo", "--verbosity", "quiet"], _ => { }, cancellationToken);
        await WholeProgram.Run(["tool", "restore"], _ => { }, cancellationToken);
        await arena.MakeTemplate(cancellationToken);
        await using var context = SchemaContextFactory.Create(arena.Template, new EngineOptions { Settings = NoSources.Settings });
        await context.Database.MigrateAsync(cancellationToken);
    }
}
