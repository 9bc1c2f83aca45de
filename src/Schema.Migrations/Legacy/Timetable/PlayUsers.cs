using Npgsql;

namespace Schema.Migrations.Timetable;

/// <summary>Who may edit what on a running Play server, and what its people lose by design.</summary>
public static class PlayUsers
{
    /// <summary>The same as the filter finds in a dump of the same tables.</summary>
    public static async Task<PermissionsReport> Read(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var permissions = new List<EditRight>();
        await using (var command = new NpgsqlCommand(
            """
            select s.fullpath, u.fullpath, u.data
            from timetables_thingtag t
            join timetables_thing u on u.id = t.thing_id
            join timetables_thing s on s.id = t.targetthing_id
            where t.annotation = 'admin' and u.fullpath ~ '^user/[^/]+$'
            order by s.fullpath collate "C", u.fullpath collate "C", t.id
            """,
            connection)
        { CommandTimeout = 0 })
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                permissions.Add(new EditRight(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return await Losses(connection, permissions, cancellationToken);
    }

    /// <summary>What each user's data is, whether with rights or not.</summary>
    public static async Task<Dictionary<string, string>> Data(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select fullpath, data from timetables_thing where fullpath ~ '^user/[^/]+$' order by id", connection)
        { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            data[reader.GetString(0)] = reader.GetString(1);

        return data;
    }

    static async Task<PermissionsReport> Losses(NpgsqlConnection connection, List<EditRight> permissions, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with people as materialized (select id, fullpath from timetables_thing where fullpath like 'user/%'),
                 rights as materialized (select thing_id from timetables_thingtag where annotation = 'admin')
            select (select count(*) from people where fullpath ~ '^user/[^/]+$' and id not in (select thing_id from rights)),
                   (select count(*) from timetables_eventsourcetag where thing_id in (select id from people))
                   + (select count(*) from timetables_eventtag where thing_id in (select id from people)),
                   (select count(*) from timetables_thinglock),
                   array(select fullpath from timetables_thing
                         where id in (select thing_id from rights) and fullpath !~ '^user/[^/]+$'
                         order by fullpath collate "C")
            """,
            connection)
        { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        return new PermissionsReport(permissions)
        {
            UsersWithoutRights = (int)reader.GetInt64(0),
            CalendarEntries = reader.GetInt64(1),
            Locks = reader.GetInt64(2),
            Strangers = reader.GetFieldValue<string[]>(3),
        };
    }
}
