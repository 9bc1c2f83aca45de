using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>The engine with proof by digests and receipts; constraints stay in place unless a maintenance window is announced.</summary>
sealed class PeopleByImport(string name, bool exclusive) : OwnProcess
{
    public override string Name => name;

    public override string Table => "user_profiles";

    public override long Written(long rows) => LegacyPeople.Different(rows);

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var context = new ImportContext(connection, transaction) { Run = Guid.NewGuid(), SourceLocation = legacy.ConnectionString, Exclusive = exclusive };
        var report = await ImportRunner.Run(new PeopleImport(), context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        foreach (var step in report.Steps)
            Console.Error.WriteLine($"    {step.Name}: read {step.Read:N0}, wrote {step.Written:N0}, merged {step.Merged:N0}, {step.Duration.TotalSeconds:F2} s");
    }
}
