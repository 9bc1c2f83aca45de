using Npgsql;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>The seven tables of a running Play server, as one thing that is locked, emptied and filled.</summary>
public static class PlayTables
{
    /// <summary>In the order of their names, which is the order of their locks.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "timetables_event",
        "timetables_eventsource",
        "timetables_eventsourcetag",
        "timetables_eventtag",
        "timetables_thing",
        "timetables_thinglock",
        "timetables_thingtag",
    ];

    static readonly string[] All = [.. Names];

    /// <summary>Refuses a database whose timetable is not the one that is known here, table for table.</summary>
    public static async Task RefuseOthers(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var missing = await Texts(connection, "select name from unnest($1::text[]) name where to_regclass(name) is null", cancellationToken);
        if (missing.Count > 0)
            throw new SchemaException(ExitCode.Usage, $"This is no Play database: it has no table {string.Join(", ", missing)}.", "schema up, or another --database");

        var unknown = await Texts(
            connection,
            """
            select c.oid::regclass::text from pg_class c
            where c.relnamespace = (select relnamespace from pg_class where oid = to_regclass('timetables_thing'))
              and c.relkind in ('r', 'p', 'f') and c.relname like 'timetables\_%' and c.relname <> all($1::text[])
            order by c.relname collate "C"
            """,
            cancellationToken);
        if (unknown.Count > 0)
            throw new SchemaException(
                ExitCode.Guarded,
                $"Play has tables of the timetable that are not known here: {string.Join(", ", unknown)}.",
                "Nothing was changed. A refresh would leave them with rows that refer to what is gone.");

        var references = await Texts(
            connection,
            """
            select format('%s (%s)', f.conrelid::regclass, f.conname)
            from pg_constraint f
            where f.contype = 'f' and f.confrelid in (select to_regclass(name) from unnest($1::text[]) name)
              and f.conrelid not in (select to_regclass(name) from unnest($1::text[]) name)
            order by 1
            """,
            cancellationToken);
        if (references.Count > 0)
            throw new SchemaException(
                ExitCode.Guarded,
                $"Other tables refer to those of the timetable: {string.Join(", ", references)}.",
                "Nothing was changed. Their rows would refer to what is gone.");

        await PlayShape.RefuseOthers(connection, cancellationToken);
    }

    /// <summary>Keeps writers out and lets readers in, until the transaction ends.</summary>
    public static async Task Lock(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await Execute(connection, $"set local lock_timeout = '5s'; lock table {string.Join(", ", Names)} in share row exclusive mode", cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            throw new SchemaException(
                ExitCode.Unreachable,
                "The timetable's tables are being written by someone else; five seconds were not enough.",
                "Nothing was changed. Keep users out (stop the web server), then run it again.",
                refused);
        }
    }

    /// <summary>By DELETE: after TRUNCATE, readers with an older snapshot would find nothing.</summary>
    public static async Task Empty(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var table in Names)
            await Execute(connection, $"delete from {table}", cancellationToken);
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<List<string>> Texts(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = All });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));

        return texts;
    }
}
