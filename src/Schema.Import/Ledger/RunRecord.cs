using Npgsql;

namespace Schema.Import;

/// <summary>One thing that ran, from its first ledger line to its last.</summary>
public sealed record RunRecord(
    Guid Run, string Subject, string Direction, string Outcome, DateTime Began, TimeSpan? Took, string Person, string Host, string Tool, string? Message)
{
    /// <summary>
    /// A "started" line is paired with the line that ended it. One without an end is under way while its session lives,
    /// and was killed when the session is gone.
    /// </summary>
    const string Sql = """
        with numbered as (
            select l.*, lead(l.id) over (partition by l.run, l.subject order by l.id) as next
              from ledger.line l
        ), begun as (
            select n.*, e.event as ending, e.at as ended, e.detail as ending_detail
              from numbered n left join ledger.line e on e.id = n.next and e.event <> 'started'
             where n.event = 'started'
        ), alone as (
            select n.* from numbered n
             where n.event <> 'started'
               and not exists (select from numbered s where s.next = n.id and s.event = 'started')
        )
        select id, run, subject, coalesce(detail->>'direction', ''),
               coalesce(ending, case when exists (select from pg_stat_activity a where a.datname = current_database()
                                                     and a.application_name like 'schema/' || replace(run::text, '-', '') || '%')
                                     then 'under way' else 'started, never ended' end),
               at, coalesce(make_interval(secs => (ending_detail->>'seconds')::float8), ended - at), person, host, tool, ending_detail->>'message'
          from begun
        union all
        select id, run, subject, coalesce(detail->>'direction', ''), event, at, null, person, host, tool, detail->>'message'
          from alone
        order by 1
        """;

    public static async Task<IReadOnlyList<RunRecord>> All(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await Ledger.Exists(connection, cancellationToken))
            return [];

        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var records = new List<RunRecord>();
        while (await reader.ReadAsync(cancellationToken))
            records.Add(Read(reader));

        return records;
    }

    static RunRecord Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetDateTime(5),
        reader.IsDBNull(6) ? null : reader.GetTimeSpan(6),
        reader.GetString(7),
        reader.GetString(8),
        reader.GetString(9),
        reader.IsDBNull(10) ? null : reader.GetString(10));
}
