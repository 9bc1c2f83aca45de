using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>A typed step with ten times the rows: its time grows with them, its memory does not.</summary>
sealed class GrowthBenchmark : Benchmark
{
    static readonly TypedStep Once = new("1 × the rows", 10);
    static readonly TypedStep Tenfold = new("10 × the rows", 1);

    public override string Name => "growth";

    public override string Title => "one typed step from PostgreSQL to PostgreSQL in an announced window, with proof by digests and receipt";

    public override long UsualRows => 10_000_000;

    public override IReadOnlyList<Contender> Contenders => [Once, Tenfold];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("10 × the rows take at most 11 × the time", found => found[Tenfold.Name].Median / found[Once.Name].Median, times => times <= 11),
        new("peak memory of the process below 200 MB", found => found[Tenfold.Name].PeakBytes!.Value / (1024.0 * 1024), megabytes => megabytes < 200),
    ];

    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await arena.MakeLegacy(cancellationToken);
        await LegacyPeople.Make(arena.Legacy, rows, cancellationToken);
        await arena.MakeTemplate(cancellationToken);
        await BenchmarkServer.Execute(arena.Template, $"create schema ledger; {ReceiptTable.Sql}; {TypedStep.Definition}", cancellationToken);
    }
}
