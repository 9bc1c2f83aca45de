using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A table that was set aside in the schema <c>archive</c>, until somebody removes it for good.</summary>
sealed record ArchivedTable(string Name)
{
    public string Qualified => $"archive.{Name}";

    string Quoted => SqlName.Quote("archive", Name);

    public static async Task<IReadOnlyList<ArchivedTable>> All(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """select tablename::text from pg_tables where schemaname = 'archive' order by tablename collate "C" """, connection);
        return [.. (await Texts(command, cancellationToken)).Select(name => new ArchivedTable(name))];
    }

    /// <summary>The qualified names that the ledger records as removed.</summary>
    public static async Task<IReadOnlySet<string>> Removed(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await Ledger.Exists(connection, cancellationToken))
            return new HashSet<string>();

        await using var command = new NpgsqlCommand("select distinct subject from ledger.line where event = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerEvent.Archived });
        return (await Texts(command, cancellationToken)).ToHashSet();
    }

    public async Task<long> Rows(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {Quoted}", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Table and ledger line go together; whatever still depends on the table makes the server refuse.</summary>
    public async Task<long> Remove(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Locked before it is counted: the ledger says how many rows really went.
        await Execute($"set local lock_timeout = '5s'; lock table {Quoted} in access exclusive mode", connection, cancellationToken);
        var rows = await Rows(connection, cancellationToken);
        await Execute($"drop table {Quoted}", connection, cancellationToken);
        await Ledger.Append(connection, LedgerEvent.Archived, Qualified, Detail.Message($"removed for good, {rows} rows"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return rows;
    }

    static async Task Execute(string sql, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static async Task<List<string>> Texts(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));

        return texts;
    }
}
