using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace Schema.Import;

/// <summary>The rows and values that operations would drop from a live database, counted beforehand at a bounded cost and wait.</summary>
public static class Losses
{
    const long Countable = 1_000_000;

    public static async Task<IReadOnlyList<Loss>> Of(
        NpgsqlConnection connection, IEnumerable<MigrationOperation> operations, TimeSpan patience, CancellationToken cancellation)
    {
        var live = await LiveTables.Read(connection, cancellation);
        var dropped = Dropped.By(operations, live);
        var small = dropped.Where(data => live[data.Table].EstimatedRows <= Countable).ToArray();
        var counted = await Counted(connection, small, patience, cancellation);

        return [.. dropped.Select(data => counted.TryGetValue(data, out var loss) ? loss : Estimated(data, live[data.Table]))];
    }

    static async Task<Dictionary<DroppedData, Loss>> Counted(
        NpgsqlConnection connection, DroppedData[] dropped, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return await Count(connection, dropped, patience, cancellation);
        }
        catch (PostgresException error) when (DatabaseFailure.IsLockTimeout(error))
        {
            throw new SchemaException(
                ExitCode.Unreachable,
                $"What would be lost cannot be counted while {await RunningSession.LockedTable(connection, cancellation)}.",
                "Nothing was changed. Wait until that session ends, or end it.",
                error);
        }
    }

    static async Task<Dictionary<DroppedData, Loss>> Count(
        NpgsqlConnection connection, DroppedData[] dropped, TimeSpan patience, CancellationToken cancellation)
    {
        var counted = new Dictionary<DroppedData, Loss>();
        if (dropped.Length == 0)
            return counted;

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select set_config('lock_timeout', $1, true)") { Parameters = { new() { Value = $"{patience.TotalMilliseconds:F0}" } } });
        batch.BatchCommands.Add(new(string.Join("\nunion all\n", dropped.Index().Select(Counting))));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var data = dropped[reader.GetInt32(0)];
            var count = reader.GetInt64(1) > Countable ? LossCount.AtLeast : LossCount.Exact;
            counted[data] = Told(data, Math.Min(reader.GetInt64(2), Countable), count);
        }

        return counted;
    }

    /// <summary>The limit holds where a table was never analysed and its estimate says nothing.</summary>
    static string Counting((int Number, DroppedData Data) item)
    {
        var (number, (table, column)) = item;
        var value = column is null ? "true" : SqlName.Quote(column);

        return $"""
            select {number}, count(*), count(value)
            from (select {value} as value from {SqlName.Quote(table.Schema, table.Table)} limit {Countable + 1}) as counted
            """;
    }

    static Loss Estimated(DroppedData data, LiveTable table) =>
        Told(data, data.Column is null ? table.EstimatedRows : (long)(table.EstimatedRows * (double)table.Filled[data.Column]), LossCount.About);

    static Loss Told(DroppedData data, long rows, LossCount count) => data.Column is null
        ? new Loss(CatalogueName.Of(data.Table.Schema, data.Table.Table), rows, count, IsColumn: false)
        : new Loss(CatalogueName.Of(data.Table.Schema, data.Table.Table, data.Column), rows, count, IsColumn: true);
}
