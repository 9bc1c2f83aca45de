using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Benchmarks;

/// <summary>A whole database from MariaDB: narrow rows, and a fifth as many wide ones of JSON.</summary>
/// <remarks>
/// The time goes into the target's COPY of the wide table (its compression above all), and beside it, on other cores, into what
/// the source does to read the rows and the client to check and hash them. The README says more.
/// </remarks>
sealed class TransferBenchmark : Benchmark
{
    static readonly PublishedTransfer Ours = new("schema copy, digests", (_, target) => ["copy", MariaDb.Url, target]);
    static readonly PublishedTransfer Counted = new("schema copy, counts", (_, target) => ["copy", MariaDb.Url, target, "--verify", "counts"]);
    static readonly PublishedTransfer Loaded = new("schema load, digests", (legacy, target) => ["load", ExportOf(legacy), target]);
    static readonly RawCopy Raw = new("server-side COPY + keys", "pglz");
    static readonly RawCopy RawLz4 = new("server-side COPY + keys, lz4", "lz4");
    static readonly PgLoader PgLoader = new();

    public override string Name => "copy";

    public override string Title => "MariaDB to PostgreSQL, so many narrow rows and a fifth as many of 2.7 KB";

    public override long UsualRows => 1_000_000;

    public override IReadOnlyList<Contender> Contenders => PgLoader.IsInstalled ? [Ours, Counted, Loaded, Raw, RawLz4, PgLoader] : [Ours, Counted, Loaded, Raw, RawLz4];

    public override IReadOnlyList<Goal> Goals =>
    [
        new("at most 1.0 × raw COPY", found => found[Ours.Name].Median / found[Raw.Name].Median, times => times <= 1.0),
        new("with counts at most 0.8 × raw COPY", found => found[Counted.Name].Median / found[Raw.Name].Median, times => times <= 0.8),
        new("load at most 1.1 × raw COPY", found => found[Loaded.Name].Median / found[Raw.Name].Median, times => times <= 1.1),
        new("peak memory of the process below 200 MB", found => found[Ours.Name].PeakBytes!.Value / (1024.0 * 1024), megabytes => megabytes < 200),
        .. PgLoader.IsInstalled
            ? (IReadOnlyList<Goal>)
            [
                new("at least 4 times faster than pgloader", found => found[PgLoader.Name].Median / found[Ours.Name].Median, times => times >= 4),
                new("with counts at least 5 times", found => found[PgLoader.Name].Median / found[Counted.Name].Median, times => times >= 5),
            ]
            : [],
    ];

    public override async Task Prepare(Arena arena, long rows, CancellationToken cancellationToken)
    {
        await PublishedProgram.Build(cancellationToken);
        await MariaDb.Start(rows, cancellationToken);
        await arena.MakeTemplate(cancellationToken);
        await BenchmarkServer.Execute(arena.Template, WideAndNarrow.Tables + WideAndNarrow.Keys, cancellationToken);
        await arena.MakeLegacy(cancellationToken);
        await BenchmarkServer.Execute(arena.Legacy, WideAndNarrow.Tables + WideAndNarrow.Keys, cancellationToken);
        await DatabaseCopy.Run(MariaDb.Url, arena.Legacy.ConnectionString, new() { Verify = Verification.Counts }, cancellationToken);
        var folder = ExportOf(arena.Legacy);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await DatabaseExport.Run(MariaDb.Url, folder, new(), cancellationToken);
        foreach (var table in WideAndNarrow.Names)
        {
            var file = RawCopy.FileOf(arena.Legacy, table);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
            await BenchmarkServer.Execute(arena.Legacy, $"copy {table} to {SqlName.Literal(file)}", cancellationToken);
        }
    }

    static string ExportOf(DatabaseAddress legacy) => Path.Combine(Path.GetTempPath(), $"{legacy.Database}.export");
}
