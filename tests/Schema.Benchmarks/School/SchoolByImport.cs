using Schema.Import;
using Schema.Migrations;

namespace Schema.Benchmarks;

/// <summary>The import as a migration runs it, with proof and receipts and all constraints in place.</summary>
sealed class SchoolByImport : OwnProcess
{
    public override string Name => "schema import run school";

    public override string Table => "students";

    public override long Written(long rows) => Students(rows);

    /// <summary>How many of so many people the sample makes students.</summary>
    public static long Students(long rows) => rows - (rows / 12) - (rows * 4 / 10);

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        foreach (var step in (await Bring(target, legacy, cancellationToken)).Steps)
            Console.Error.WriteLine($"    {step.Name}: read {step.Read:N0}, wrote {step.Written:N0}, {step.Duration.TotalSeconds:F2} s");
    }

    public static async Task<ImportReport> Bring(DatabaseAddress target, DatabaseAddress legacy, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var context = new ImportContext(connection, transaction) { Run = Guid.NewGuid(), SourceLocation = legacy.ConnectionString };
        var report = await ImportRunner.Run(new SchoolImport(), context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return report;
    }
}
