using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>The least work there is: the server reads the same rows from its own disk into new tables, and adds the keys.</summary>
sealed class RawCopy(string name, string compression) : OwnProcess
{
    public override string Name => name;

    public override string Table => "wide";

    public override long Written(long rows) => rows / 5;

    public static string FileOf(DatabaseAddress legacy, string table) => Path.Combine(Path.GetTempPath(), $"{legacy.Database}.{table}.copy");

    public override async Task Work(DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(target, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Execute(connection, $"set default_toast_compression = {SqlName.Literal(compression)}", cancellationToken);
        // Without its key, as the copy has it; to drop one takes no time.
        await Execute(connection, "alter table narrow drop constraint narrow_pkey; alter table wide drop constraint wide_pkey", cancellationToken);
        foreach (var table in WideAndNarrow.Names)
            await Execute(connection, $"copy {SqlName.Quote(table)} from {SqlName.Literal(FileOf(legacy, table))}", cancellationToken);

        await Execute(connection, WideAndNarrow.Keys, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
