using System.Data;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>A PostgreSQL database as a source.</summary>
sealed class PostgresTransferSource : TransferSource
{
    readonly DatabaseAddress address;
    readonly NpgsqlConnection connection;

    PostgresTransferSource(DatabaseAddress address, NpgsqlConnection connection) => (this.address, this.connection) = (address, connection);

    public override string Description => $"postgres://{address}";

    public override DateTimeOffset Snapshot => snapshot;

    DateTimeOffset snapshot;

    public static async Task<PostgresTransferSource> Open(DatabaseAddress address, CancellationToken cancellationToken)
    {
        var source = new PostgresTransferSource(address, await TransferSession.Connect(address, "The source", cancellationToken));
        try
        {
            await source.Begin(cancellationToken);
            return source;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public override async Task<IReadOnlyList<SourceTable>> Tables(CancellationToken cancellationToken) =>
        [.. (await TransferTables.Read(connection, cancellationToken)).Select(Table)];

    public override async Task<SourceRows> Rows(
        SourceTable table, IReadOnlyList<SourceColumn> columns, CancellationToken cancellationToken, string? only = null) =>
        new PostgresSourceRows(
            await CopyLines.Start(
                connection, $"select {string.Join(", ", columns.Select(column => column.Expression))} from {table.Quoted}{only}", cancellationToken),
            columns.Count);

    public override async Task<long[]> Count(SourceTable table, IReadOnlyList<string> conditions, CancellationToken cancellationToken)
    {
        var sums = conditions.Select(condition => $", count(*) filter (where {condition})");
        await using var command = new NpgsqlCommand($"select count(*){string.Concat(sums)} from {table.Quoted}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
    }

    public override async Task<string?> Identity(CancellationToken cancellationToken) => await DatabaseIdentity.Of(connection, cancellationToken);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    async Task Begin(CancellationToken cancellationToken)
    {
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var command = new NpgsqlCommand("set transaction read only; select now()", connection);
        snapshot = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    static SourceTable Table(TransferTable table) => new(table.Shown, [.. table.Columns.Select(Column)], table.Key, table.EstimatedRows)
    {
        Quoted = table.Own,
        EstimatedBytes = table.EstimatedBytes,
    };

    static SourceColumn Column(TransferColumn column) => new(column.Name, PostgresTypes.Of(column), column.IsNullable, SqlName.Quote(column.Name))
    {
        IsGenerated = column.IsGenerated,
        PostgresType = column.Shown,
    };
}
