using Npgsql;

namespace Schema.Seeding;

/// <summary>Statements and rows of a sample, the rows by COPY.</summary>
static class SampleTable
{
    public static async Task Create(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task Copy<TRow>(
        NpgsqlConnection connection,
        string copy,
        IEnumerable<TRow> rows,
        Func<NpgsqlBinaryImporter, TRow, Task> write,
        CancellationToken cancellationToken)
    {
        await using var importer = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            await write(importer, row);
        }

        await importer.CompleteAsync(cancellationToken);
    }
}
