using Npgsql;

namespace Schema.Import;

/// <summary>A server session that holds what somebody waits for.</summary>
public sealed record RunningSession(int Process, string Name, string Where, string Doing, TimeSpan Since)
{
    const string Describe = """
        select a.pid,
               coalesce(nullif(a.application_name, ''), 'unnamed program'),
               coalesce((select l.person || ' on ' || l.host from ledger_line l where a.application_name like 'schema/' || replace(l.run::text, '-', '') || '%' limit 1),
                        a.usename || coalesce(' from ' || host(a.client_addr), ' on the server itself')),
               case when a.state = 'idle in transaction' then 'idle in a transaction' else coalesce(a.state, 'unknown') end,
               clock_timestamp() - coalesce(a.xact_start, a.state_change, a.backend_start)
          from pg_stat_activity a
        """;

    public static async Task<RunningSession?> HolderOf(NpgsqlConnection connection, long key, CancellationToken cancellationToken)
    {
        var found = await Find(
            connection,
            """
            where a.pid in (select l.pid from pg_locks l
                             where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                               and l.database = (select oid from pg_database where datname = current_database())
                               and (l.classid::bigint << 32 | l.objid::bigint) = $1)
            """,
            new NpgsqlParameter<long> { TypedValue = key },
            cancellationToken);
        return found.Count > 0 ? found[0] : null;
    }

    public static Task<IReadOnlyList<RunningSession>> BlockersOf(NpgsqlConnection connection, int process, CancellationToken cancellationToken) =>
        Find(connection, "where a.pid = any (pg_blocking_pids($1))", new NpgsqlParameter<int> { TypedValue = process }, cancellationToken);

    /// <summary>What keeps others from so much as looking at a table, with who holds or awaits it; a table of somebody's own keeps nobody.</summary>
    public static async Task<string> LockedTable(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var holders = await HoldersOfTables(connection, cancellationToken);
        return $"a table is locked{(holders.Count == 0 ? "" : $" by {string.Join(", ", holders)}")}";
    }

    public override string ToString() => $"{Name} ({Where}, process {Process}, {Doing} for {Since.TotalSeconds:F0} s)";

    static Task<IReadOnlyList<RunningSession>> HoldersOfTables(NpgsqlConnection connection, CancellationToken cancellationToken) => Find(
        connection,
        """
        where a.pid in (select l.pid from pg_locks l join pg_class c on c.oid = l.relation and c.relpersistence <> 't'
                         where l.locktype = 'relation' and l.mode = $1
                           and l.database = (select oid from pg_database where datname = current_database()))
        """,
        new NpgsqlParameter<string> { TypedValue = "AccessExclusiveLock" },
        cancellationToken);

    static async Task<IReadOnlyList<RunningSession>> Find(
        NpgsqlConnection connection, string where, NpgsqlParameter parameter, CancellationToken cancellationToken)
    {
        // Before the first run there is no ledger to ask for a person and a host.
        var ledger = await Ledger.Exists(connection, cancellationToken)
            ? "with ledger_line as (select run, person, host from ledger.line)"
            : "with ledger_line (run, person, host) as (select null::uuid, null::text, null::text where false)";

        await using var command = new NpgsqlCommand($"{ledger} {Describe} {where}", connection);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<RunningSession>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetTimeSpan(4)));

        return found;
    }
}
