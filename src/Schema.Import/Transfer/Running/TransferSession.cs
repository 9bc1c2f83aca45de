using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Connections for whole tables: large buffers, and settings under which a value has one text only.</summary>
static class TransferSession
{
    const int ReadBuffer = 1 << 17;

    public static async Task<NpgsqlConnection> Connect(DatabaseAddress address, string role, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(address.ConnectionString)
            {
                ReadBufferSize = ReadBuffer,
                // Which key a unique index found twice stands in the detail alone.
                IncludeErrorDetail = true,
            }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await Settle(connection, cancellationToken);
            return connection;
        }
        catch (Exception error) when (DatabaseFailure.IsKnown(error))
        {
            await connection.DisposeAsync();
            throw DatabaseFailure.Explain(error, $"{role} {address} cannot be opened");
        }
    }

    /// <summary>Row security that would hide rows is an error instead; wide values are compressed the faster way where the server can.</summary>
    static async Task Settle(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select set_config(setting.name, setting.value, false)
            from (values ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('TimeZone', 'UTC'), ('extra_float_digits', '1'),
                         ('bytea_output', 'hex'), ('lc_monetary', 'C'), ('xmloption', 'content'), ('row_security', 'off'),
                         ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'), ('lock_timeout', '5s'),
                         ('client_connection_check_interval', '5s'), ('default_toast_compression', 'lz4')) as setting (name, value)
            join pg_settings known using (name)
            where setting.name <> 'default_toast_compression' or 'lz4' = any (known.enumvals)
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
