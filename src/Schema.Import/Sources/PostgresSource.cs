using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Schema.Import;

public static partial class Source
{
    /// <summary>
    /// The rows of a query in a legacy PostgreSQL database, with values for its <c>$1</c>, <c>$2</c> …; all steps of a run see one snapshot.
    /// </summary>
    public static Source<TLegacy> Postgres<TLegacy>(string sql, IReadOnlyList<object>? values = null) => new PostgresSource<TLegacy>(sql, values ?? []);
}

sealed class PostgresSource<TLegacy>(string sql, IReadOnlyList<object> values) : Source<TLegacy>
{
    readonly RecordShape shape = RecordShape.Of(typeof(TLegacy));

    public override string Name => $"the query for {shape.Type.Name}";

    public override string? Place => "postgres";

    protected internal override async Task<SourceSession> Open(string location, CancellationToken cancellationToken) =>
        await PostgresSession.Open(location, cancellationToken);

    /// <summary>As the server's planner counts; it looks at the size that the tables have now.</summary>
    protected internal override async Task<long?> Estimate(SourceSession session, CancellationToken cancellationToken)
    {
        var database = (PostgresSession)session;
        await using var command = database.Command($"explain (format json) {sql}", values);
        var plan = (string)(await database.Guard(() => command.ExecuteScalarAsync(cancellationToken), Name))!;

        return (long)JsonNode.Parse(plan)![0]!["Plan"]!["Plan Rows"]!.GetValue<double>();
    }

    protected internal override async Task<long> Count(SourceSession session, CancellationToken cancellationToken)
    {
        var database = (PostgresSession)session;
        await using var command = database.Command($"select count(*) from ({sql}) as rows", values);

        return (long)(await database.Guard(() => command.ExecuteScalarAsync(cancellationToken), Name))!;
    }

    protected internal override async IAsyncEnumerable<SourceRow<TLegacy>> Read(
        SourceSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var database = (PostgresSession)session;
        await using var command = database.Command(sql, values);
        await using var reader = await database.Guard(async () => await command.ExecuteReaderAsync(cancellationToken), Name);
        var binder = new PostgresBinder<TLegacy>(shape, Name, reader);
        for (long position = 1; await database.Guard(() => reader.ReadAsync(cancellationToken), Name); position++)
            yield return binder.Read(position);
    }
}
