using Schema.Import;

namespace Schema.Benchmarks;

sealed class TypedStep(string name, int share) : OwnProcess
{
    public const string Definition = """
        create table grower (
            id uuid primary key, first_name text not null, last_name text not null, email text not null,
            phone text not null, timezone text not null, joined timestamptz not null);
        """;

    public override string Name => name;

    public override long Rows(long asked) => asked / share;

    public override string Table => "grower";

    public override long Written(long rows) => rows;

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var context = new ImportContext(connection, transaction) { Run = Guid.NewGuid(), SourceLocation = legacy.ConnectionString, Exclusive = true };
        await ImportRunner.Run(new GrowersImport(rows), context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

sealed class GrowersImport(long rows) : DataImport
{
    static readonly LegacyKey Key = new("bench", "grower");

    public override void Define(ImportPlan plan) =>
        plan.Read(Source.Postgres<LegacyPerson>($"select {LegacyPeople.Columns} from person where id <= {rows}"))
            .Map(From)
            .CopyTo("grower");

    static Mapped<GrowerRow> From(LegacyPerson old) =>
        new GrowerRow(Key.For(old.Id), old.FirstName, old.LastName, old.Email, old.Phone, old.Timezone, old.Joined);
}

sealed record GrowerRow(Guid Id, string FirstName, string LastName, string Email, string Phone, string Timezone, DateTime Joined);
