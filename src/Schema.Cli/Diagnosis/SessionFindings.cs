using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Whoever stands, or may soon stand, in the way of a migration.</summary>
static class SessionFindings
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    const string OldTransactions = """
        select pid, coalesce(nullif(application_name, ''), 'unnamed program'), coalesce(usename, ''), state, now() - xact_start
          from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and now() - xact_start > $1
         order by xact_start
        """;

    const string Prepared = """
        select gid, owner::text, now() - prepared from pg_prepared_xacts where database = current_database() order by prepared
        """;

    public static async Task<IEnumerable<Finding>> Read(
        NpgsqlConnection connection, TargetDatabase database, CancellationToken cancellationToken) =>
    [
        await Pooler(connection, database, cancellationToken),
        await Lock(connection, cancellationToken),
        .. await Blocking(connection, cancellationToken),
    ];

    static async Task<Finding> Pooler(NpgsqlConnection connection, TargetDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var second = await database.Open(cancellationToken);
            await PoolerCheck.Refuse(connection, second, cancellationToken);
            return Finding.Well("pooler", "none in transaction mode: each connection has a server session of its own");
        }
        catch (SchemaException error) when (error.InnerException is null)
        {
            return Finding.Wrong("pooler", error.Message, error.Advice ?? "");
        }
    }

    static async Task<Finding> Lock(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Finding.Well("lock", await RunningSession.HolderOf(connection, MigrationHistory.LockKey, cancellationToken) is { } holder
            ? $"the migration lock is held by {holder}"
            : "nobody holds the migration lock");

    static async Task<IReadOnlyList<Finding>> Blocking(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = await Find(connection, OldTransactions, Transaction, cancellationToken, new NpgsqlParameter<TimeSpan> { TypedValue = Long });
        found.AddRange(await Find(connection, Prepared, PreparedTransaction, cancellationToken));

        return found.Count > 0 ? found : [Finding.Well("sessions", $"no transaction is older than {Long.TotalSeconds:F0} s")];
    }

    static Finding Transaction(NpgsqlDataReader row)
    {
        var state = row.IsDBNull(3) ? "unknown" : row.GetString(3);
        var text = $"{row.GetString(1)} ({row.GetString(2)}, process {row.GetInt32(0)}, {state}) has had a transaction open for {row.GetTimeSpan(4).TotalSeconds:F0} s";
        return Finding.Wrong("sessions", text, $"select pg_terminate_backend({row.GetInt32(0)});");
    }

    static Finding PreparedTransaction(NpgsqlDataReader row) => Finding.Wrong(
        "sessions",
        $"the prepared transaction {row.GetString(0)} of {row.GetString(1)} has waited for its end for {row.GetTimeSpan(2).TotalSeconds:F0} s",
        $"rollback prepared {SqlName.Literal(row.GetString(0))};");

    static async Task<List<Finding>> Find(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, Finding> tell, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Finding>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(tell(reader));

        return found;
    }
}
