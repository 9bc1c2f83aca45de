using System.Globalization;
using Schema.Import.MySql;

namespace Schema.Import.Transfer;

/// <summary>A MySQL or MariaDB database as a source.</summary>
sealed class MySqlTransferSource(MySqlConnection connection) : TransferSource
{
    public override string Description => connection.Address.ToString();

    public override DateTimeOffset Snapshot => connection.Snapshot;

    public override async Task<IReadOnlyList<SourceTable>> Tables(CancellationToken cancellationToken) =>
        [.. (await MySqlCatalogue.Read(connection, cancellationToken)).Select(Table)];

    public override async Task<SourceRows> Rows(
        SourceTable table, IReadOnlyList<SourceColumn> columns, CancellationToken cancellationToken, string? only = null) =>
        new MySqlSourceRows(await connection.Query(
            $"select {string.Join(", ", columns.Select(column => column.Expression))} from {table.Quoted}{only}", cancellationToken));

    public override async Task<long[]> Count(SourceTable table, IReadOnlyList<string> conditions, CancellationToken cancellationToken)
    {
        var sums = conditions.Select(condition => $", coalesce(sum({condition}), 0)");
        await using var rows = await connection.Query($"select count(*){string.Concat(sums)} from {table.Quoted}", cancellationToken);
        await rows.Read(cancellationToken);
        long[] counts = [.. Enumerable.Range(0, rows.Fields.Count).Select(field => long.Parse(rows.Text(field)!, CultureInfo.InvariantCulture))];
        await rows.Read(cancellationToken);
        return counts;
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    static SourceTable Table(MySqlTable table) => new(
        table.Name, [.. table.Columns.Select(Column)], [.. table.PrimaryKey?.Parts.Select(part => part.Column!) ?? []], table.EstimatedRows)
    {
        Quoted = MySqlName.Quote(table.Name),
        IsInSnapshot = table.IsInSnapshot,
        KeepsHistory = table.KeepsHistory,
        EstimatedBytes = table.EstimatedBytes,
    };

    static SourceColumn Column(MySqlColumn column) => new(column.Name, MySqlTypes.Of(column), column.IsNullable, column.Expression)
    {
        IsGenerated = column.Generated is not null,
    };

    sealed class MySqlSourceRows(MySqlRows rows) : SourceRows
    {
        public override ReadOnlySpan<byte> this[int field] => rows[field];

        public override long Bytes => rows.Bytes;

        public override bool IsNull(int field) => rows.IsNull(field);

        public override ValueTask<bool> Read(CancellationToken cancellationToken) => rows.Read(cancellationToken);

        public override ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
