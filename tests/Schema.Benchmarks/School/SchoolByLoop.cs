using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>
/// What the old scripts did for each person, over EF Core: is the address free, a user, his role, his row, his class, his link; in one
/// transaction. It maps by the import's rules and has to make what the import makes.
/// </summary>
sealed class SchoolByLoop : OwnProcess
{
    const int MostRows = 4_000;

    public override string Name => "a loop over EF Core, person by person";

    public override long Rows(long asked) => Math.Min(asked, MostRows);

    public override string Table => "students";

    public override long Written(long rows) => SchoolByImport.Students(rows);

    /// <summary>Over a V1 of so many people alone: whose namesake somebody is depends on who is there.</summary>
    public override async Task<Measurement> Measure(Arena arena, Benchmark benchmark, long rows, CancellationToken cancellationToken)
    {
        var target = await arena.FreshTarget(cancellationToken);
        var measured = await ChildRun.Start(benchmark, this, target, arena.Part, rows, cancellationToken);
        var made = await SchoolContent.Of(target, cancellationToken);
        target = await arena.FreshTarget(cancellationToken);
        await SchoolByImport.Bring(target, arena.Part, cancellationToken);
        (await SchoolContent.Of(target, cancellationToken)).RefuseOther(made, Name);

        return measured;
    }

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        var v1 = await MappedSchools.Read(legacy, cancellationToken);
        await using var context = new SchemaContext(new DbContextOptionsBuilder<SchemaContext>().UseNpgsql(target.ConnectionString).Options);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await new LoopedSchools(context, v1).Add(cancellationToken);
        await new LoopedPeople(context, v1).Add(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
