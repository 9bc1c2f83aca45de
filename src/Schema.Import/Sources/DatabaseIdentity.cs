using Npgsql;

namespace Schema.Import;

/// <summary>Tells one database of one running server from all others, by whatever address it is reached.</summary>
static class DatabaseIdentity
{
    public static async Task<string> Of(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select concat_ws('/', extract(epoch from pg_postmaster_start_time()), oid, datname)
            from pg_database where datname = current_database()
            """,
            connection);

        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
