using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Whoever stands, or may soon stand, in the way of a migration.</summary>
static class SessionFindings
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <summary>Transactions that are old, and those that somebody waits for, however young.</summary>
    const string InTheWay = """
        with waiting as (
            select unnest(pg_blocking_pids(w.pid)) as blocker, coalesce(nullif(w.application_name, ''), 'unnamed program') || ' (process ' || w.pid || ')' as name
              from pg_stat_activity w
             where w.datname = current_database() and w.wait_event_type = 'Lock'
        )
        select a.pid, coalesce(nullif(a.application_name, ''), 'unnamed program'), coalesce(a.usename, ''), a.state, now() - a.xact_start,
               (select string_agg(distinct w.name, ', ') from waiting w where w.blocker = a.pid)
          from pg_stat_activity a
         where a.datname = current_database() and a.pid <> pg_backend_pid() and a.xact_start is not null
           and (now() - a.xact_start > $1 or a.pid in (select blocker from waiting))
         order by a.xact_start
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
        var found = await Find(connection, InTheWay, Transaction, cancellationToken, new NpgsqlParameter<TimeSpan> { TypedValue = Long });
        found.AddRange(await Find(connection, Prepared, PreparedTransaction, cancellationToken));

        return found.Count > 0 ? found : [Finding.Well("sessions", $"no transaction is older than {Long.TotalSeconds:F0} s")];
    }

    static Finding Transaction(NpgsqlDataReader row)
    {
        var state = row.IsDBNull(3) ? "unknown" : row.GetString(3);
        var text = $"{row.GetString(1)} ({row.GetString(2)}, process {row.GetInt32(0)}, {state}) has had a transaction open for {row.GetTimeSpan(4).TotalSeconds:F0} s";
        if (!row.IsDBNull(5))
            text += $"; {row.GetString(5)} waits for it";

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
