using Microsoft.EntityFrameworkCore;
using Schema.Import;
using Schema.Migrations;
using Schema.Seeding;

namespace Schema.Benchmarks;

/// <summary>A staging environment's people, with profiles, channels, follows, roles, tickets and their place in the help queue.</summary>
sealed class SeedBenchmark : Benchmark
{
    static readonly SeedByCommand Command = new("schema seed users --count", online: false, times: 1);
    static readonly SeedByCommand Online = new("schema seed users --count --online", online: true, times: 1);
    static readonly SeedByCommand Fivefold = new("schema seed users --count, 5 × as many", online: false, times: 5);
    static readonly SeedByEntityFramework EntityFramework = new();

    public override string Name => "seed";

    public override string Title => "people with everything that belongs to them (about 7.8 rows each), the same from all contenders";

    public override long UsualRows => 200_000;

    public override IReadOnlyList<Contender> Contenders => [Command, Online, Fivefold, EntityFramework];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("at least 15 times faster than EF Core", found => found[EntityFramework.Name].Scaled / found[Command.Name].Scaled, times => times >= 15),
        new("peak memory below 200 MB with 5 × as many people", found => found[Fivefold.Name].PeakBytes!.Value / (1024.0 * 1024), megabytes => megabytes < 200),
        new("memory flat: 5 × as many people take at most 1.3 × as much", found => (double)found[Fivefold.Name].PeakBytes!.Value / found[Command.Name].PeakBytes!.Value, times => times <= 1.3),
    ];

    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await arena.MakeTemplate(cancellationToken);
        await using (var context = SchemaContextFactory.Create(arena.Template, new EngineOptions { Settings = NoSources.Settings }))
            await context.Database.MigrateAsync(cancellationToken);

        await using var connection = await BenchmarkServer.Open(arena.Template, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await new TickerSeed(connection, await TickerFile.ReadDelivered(cancellationToken)).Run(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public static Crowd People(long count) => new(Seed: 1, First: 1, Last: (int)count);
}
