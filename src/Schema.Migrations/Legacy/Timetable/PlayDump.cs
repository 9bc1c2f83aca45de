using Npgsql;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>What the seven tables hold, as a Django dump to the microsecond.</summary>
public static class PlayDump
{
    static readonly string[] Queries =
    [
        """
        select json_build_object('pk', id, 'model', 'timetables.thing', 'fields', json_build_object(
            'parent', parent_id, 'pathid', pathid, 'fullpath', fullpath, 'name', name, 'data', data, 'type', type, 'fullname', fullname))
        from timetables_thing order by id
        """,
        """
        select json_build_object('pk', id, 'model', 'timetables.eventsource', 'fields', json_build_object(
            'current', current, 'versionstamp', versionstamp, 'data', data, 'title', title, 'sourcetype', sourcetype,
            'sourceurl', sourceurl, 'sourcefile', sourcefile, 'master', master_id))
        from timetables_eventsource order by id
        """,
        """
        select json_build_object('pk', id, 'model', 'timetables.event', 'fields', json_build_object(
            'current', current, 'versionstamp', versionstamp, 'data', data, 'start', start, 'end', "end", 'starttz', starttz, 'endtz', endtz,
            'title', title, 'location', location, 'uid', uid, 'master', master_id, 'source', source_id, 'status', status))
        from timetables_event order by id
        """,
        """
        select json_build_object('pk', id, 'model', 'timetables.eventsourcetag', 'fields', json_build_object(
            'annotation', annotation, 'thing', thing_id, 'eventsource', eventsource_id))
        from timetables_eventsourcetag order by id
        """,
        """
        select json_build_object('pk', id, 'model', 'timetables.eventtag', 'fields', json_build_object(
            'annotation', annotation, 'thing', thing_id, 'event', event_id))
        from timetables_eventtag order by id
        """,
        """
        select json_build_object('pk', id, 'model', 'timetables.thingtag', 'fields', json_build_object(
            'annotation', annotation, 'thing', thing_id, 'targetthing', targetthing_id))
        from timetables_thingtag order by id
        """,
        """
        select json_build_object('pk', id, 'model', 'timetables.thinglock', 'fields', json_build_object(
            'thing', thing_id, 'owner', owner_id, 'expires', expires, 'name', name))
        from timetables_thinglock order by id
        """,
    ];

    /// <summary>What the column holds and neither Django nor a dump of it can say.</summary>
    const string Unsayable = """
        with times (place, time) as (
            select 'eventsource ' || id || ': versionstamp', versionstamp from timetables_eventsource union all
            select 'event ' || id || ': versionstamp', versionstamp from timetables_event union all
            select 'event ' || id || ': start', start from timetables_event union all
            select 'event ' || id || ': end', "end" from timetables_event union all
            select 'thinglock ' || id || ': expires', expires from timetables_thinglock)
        select place || ' is ' || time from times where time < '0001-01-01 00:00+00' or time >= '10000-01-01 00:00+00' limit 1
        """;

    /// <summary>Within a transaction that holds the locks; returns the number of rows.</summary>
    public static async Task<long> Write(NpgsqlConnection connection, Stream output, CancellationToken cancellationToken)
    {
        await using (var zone = new NpgsqlCommand("set local timezone = 'UTC'", connection))
            await zone.ExecuteNonQueryAsync(cancellationToken);

        await RefuseUnsayable(connection, cancellationToken);
        var writer = new DjangoWriter(output);
        foreach (var query in Queries)
        {
            await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = 0 };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                await writer.Write(reader.GetFieldValue<byte[]>(0), cancellationToken);
        }

        await writer.Complete(cancellationToken);
        return writer.Count;
    }

    static async Task RefuseUnsayable(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Unsayable, connection) { CommandTimeout = 0 };
        if (await command.ExecuteScalarAsync(cancellationToken) is string place)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"What Play holds now could not be brought back: {place}, and a dump holds the years 1 to 9999.",
                "Nothing was changed. Correct the row on Play.");
    }
}
