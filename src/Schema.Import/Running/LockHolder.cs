using Npgsql;

namespace Schema.Import;

/// <summary>Names the session that stands in the way of a lock.</summary>
static class LockHolder
{
    public static async Task<string> Of(ImportContext context, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select format('process %s (%s, %s, %s) has it', held.pid, activity.usename,
                          coalesce(nullif(activity.application_name, ''), 'no name'), activity.state)
            from pg_locks held
            join pg_stat_activity activity on activity.pid = held.pid
            where held.relation = to_regclass($1) and held.granted and held.pid <> pg_backend_pid()
              and held.mode <> all (array['AccessShareLock', 'RowShareLock'])
            order by activity.xact_start, held.pid
            limit 1
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = table });

        return await command.ExecuteScalarAsync(cancellationToken) as string ?? "a session that has just ended had it";
    }
}
