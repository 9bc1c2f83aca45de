using System.Diagnostics;
using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>What one would pick instead. With more rows ahead it runs out of its heap.</summary>
sealed class PgLoader : Contender
{
    public override string Name => "pgloader";

    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "pgloader")));

    public override async Task<Measurement> Measure(Arena arena, Benchmark benchmark, long rows, CancellationToken cancellationToken)
    {
        var target = await arena.FreshTarget(cancellationToken);
        var file = Path.Combine(Path.GetTempPath(), $"{target.Database}.load");
        await File.WriteAllTextAsync(file, Orders(target), cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await MariaDb.Run("pgloader", ["--quiet", file], cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        File.Delete(file);
        await WideAndNarrow.Check(Name, target, rows, cancellationToken);

        return new Measurement(took.TotalSeconds, null);
    }

    static string Orders(DatabaseAddress target)
    {
        var address = new NpgsqlConnectionStringBuilder(target.ConnectionString);
        return $"""
            load database from {MariaDb.Url} into postgresql://{address.Username}@{address.Host}:{address.Port}/{address.Database}
            with include drop, create tables, create indexes, no foreign keys, workers = 2, concurrency = 1, prefetch rows = 1000
            cast type char to uuid drop typemod, type json to json
            alter schema 'bench' rename to 'public';
            """;
    }
}
