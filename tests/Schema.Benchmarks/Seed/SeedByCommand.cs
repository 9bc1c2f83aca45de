using Schema.Import;
using Schema.Seeding;

namespace Schema.Benchmarks;

/// <summary>What the command does between its first look and its commit, proof by digests included.</summary>
sealed class SeedByCommand(string name, bool online, int times) : OwnProcess
{
    public override string Name => name;

    public override long Rows(long asked) => asked * times;

    public override string Table => "queue_members";

    public override long Written(long rows) => SeedBenchmark.People(rows).People.LongCount(MemberRow.IsMember);

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var seed = new CrowdSeed(connection, transaction);
        var people = SeedBenchmark.People(rows);
        var missing = (await seed.Missing(people.Seed, people.Count, cancellationToken))!;
        await seed.Require(cancellationToken);
        var exclusive = !online && await seed.IsWorthAWindow(missing, cancellationToken);
        var report = await seed.Run(missing, exclusive, Guid.NewGuid(), progress: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        foreach (var step in report.Steps)
            Console.Error.WriteLine($"    {step.Name}: {step.Written:N0} rows, {step.Duration.TotalSeconds:F2} s");
    }
}
