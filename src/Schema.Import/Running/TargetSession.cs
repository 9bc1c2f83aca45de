using Npgsql;

namespace Schema.Import;

/// <summary>Makes the target's transaction ready for a long run: its name, its timeouts, and all its locks before the first row.</summary>
static class TargetSession
{
    const int LongestName = 63;
    const string Savepoint = "schema_import_locks";

    public static async Task Prepare(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        await Settle(plan.Import, context, cancellationToken);
        await Lock(context, await Locks(plan, context, cancellationToken), cancellationToken);
    }

    /// <summary>Names the session after the run, and lets it take its time; a step's statement runs once, and compiling it costs more than it saves.</summary>
    public static Task Settle(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var name = $"schema/{context.Run:N}/{import.Name}";
        return Settle(context, name.Length > LongestName ? name[..LongestName] : name, cancellationToken);
    }

    public static async Task Lock(ImportContext context, List<(string Table, bool Written)> locks, CancellationToken cancellationToken)
    {
        await Execute(context, "select set_config('lock_timeout', '5s', true)", cancellationToken);
        foreach (var (table, written) in locks)
            await Lock(context, table, Mode(context, written), cancellationToken);

        await Execute(context, "select set_config('lock_timeout', '0', true)", cancellationToken);
    }

    static async Task Settle(ImportContext context, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select set_config(setting.name, setting.value, true)
            from (values ('application_name', $1), ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'),
                         ('client_connection_check_interval', '5s'), ('work_mem', '128MB'), ('jit', 'off')) as setting (name, value)
            where case name when 'work_mem' then pg_size_bytes(current_setting(name)) < pg_size_bytes(value)
                  else current_setting(name, true) is not null end
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = name });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What is written, and what it refers to, in the order of their names: two runs never wait for each other crosswise.</summary>
    static async Task<List<(string Table, bool Written)>> Locks(ImportPlan plan, ImportContext context, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with written as (select to_regclass(name) as id from unnest($1::text[]) name)
            select format('%I.%I', n.nspname, c.relname), bool_or(needed.written)
            from (select id, true as written from written
                  union all
                  select confrelid, false from pg_constraint where contype = 'f' and conrelid in (select id from written)
                  union all
                  select conrelid, false from pg_constraint where $2 and contype = 'f' and confrelid in (select id from written)) needed
            join pg_class c on c.oid = needed.id
            join pg_namespace n on n.oid = c.relnamespace
            group by n.nspname, c.relname
            order by n.nspname collate "C", c.relname collate "C"
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = plan.Tables.Select(SqlName.QuoteQualified).ToArray() });
        command.Parameters.Add(new() { Value = context.Exclusive });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var locks = new List<(string, bool)>();
        while (await reader.ReadAsync(cancellationToken))
            locks.Add((reader.GetString(0), reader.GetBoolean(1)));

        return locks;
    }

    /// <summary>In an announced window foreign keys come off, which takes both of their tables for oneself.</summary>
    static string Mode(ImportContext context, bool written) =>
        context.Exclusive ? "access exclusive" : written ? "share row exclusive" : "row share";

    static async Task Lock(ImportContext context, string table, string mode, CancellationToken cancellationToken)
    {
        try
        {
            await Execute(context, $"savepoint {Savepoint}; lock table {table} in {mode} mode; release savepoint {Savepoint}", cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            await context.Transaction.RollbackAsync(Savepoint, cancellationToken);
            throw new TablesLockedException(table, await LockHolder.Of(context, table, cancellationToken));
        }
    }

    static async Task Execute(ImportContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, context.Target, context.Transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
