using System.Globalization;
using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>A contender written in C# that runs in a process of its own against a fresh target.</summary>
abstract class OwnProcess : Contender
{
    public override async Task<Measurement> Measure(Arena arena, Benchmark benchmark, long rows, CancellationToken cancellationToken) =>
        await ChildRun.Start(benchmark, this, await arena.FreshTarget(cancellationToken), arena.Legacy, rows, cancellationToken);

    public abstract Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken);

    /// <summary>The table that is written last, and how many rows it has then.</summary>
    public abstract string Table { get; }

    public abstract long Written(long rows);

    /// <summary>Whoever does less than the work has not won.</summary>
    public async Task Check(DatabaseAddress target, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var command = new NpgsqlCommand($"select count(*) from {SqlName.Quote(Table)}", connection);
        var found = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (found != Written(rows))
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{Name}: {Table} has {found:N0} rows, expected {Written(rows):N0}; this is not the work."));
    }
}
