using Npgsql;
using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>What a dump of the seven tables would not hold, and what would write behind a refresh's back.</summary>
static class PlayShape
{
    const string Known = """
        with known (name, columns) as (values
            ('timetables_event', '{id,current,versionstamp,data,start,end,starttz,endtz,title,location,uid,master_id,source_id,status}'::text[]),
            ('timetables_eventsource', '{id,current,versionstamp,data,title,sourcetype,sourceurl,sourcefile,master_id}'),
            ('timetables_eventsourcetag', '{id,annotation,thing_id,eventsource_id}'),
            ('timetables_eventtag', '{id,annotation,thing_id,event_id}'),
            ('timetables_thing', '{id,parent_id,pathid,fullpath,name,data,type,fullname}'),
            ('timetables_thinglock', '{id,thing_id,owner_id,expires,name}'),
            ('timetables_thingtag', '{id,annotation,thing_id,targetthing_id}')),
        found (name, columns) as (
            select k.name, array_agg(a.attname::text order by a.attnum)
            from known k join pg_attribute a on a.attrelid = to_regclass(k.name) and a.attnum > 0 and not a.attisdropped
            group by k.name)
        """;

    public static async Task RefuseOthers(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var missing = await PlayTables.Texts(connection, $"{Known} {Beside("known", "found")}", cancellationToken);
        if (missing.Count > 0)
            throw new SchemaException(
                ExitCode.Usage, $"Play lacks columns of the timetable: {string.Join(", ", missing)}.", "Nothing was changed. Bring its application up to date, or name another --database.");

        var unknown = await PlayTables.Texts(connection, $"{Known} {Beside("found", "known")}", cancellationToken);
        if (unknown.Count > 0)
            throw new SchemaException(
                ExitCode.Guarded,
                $"Play has columns of the timetable that are not known here: {string.Join(", ", unknown)}.",
                "Nothing was changed. A refresh would lose what they hold, and could not bring it back.");

        await RefuseTriggers(connection, cancellationToken);
    }

    static async Task RefuseTriggers(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var triggers = await PlayTables.Texts(
            connection,
            """
            select format('%s on %s', t.tgname, t.tgrelid::regclass)
            from pg_trigger t
            where t.tgrelid in (select to_regclass(name) from unnest($1::text[]) name) and not t.tgisinternal and t.tgenabled <> 'D'
            order by 1
            """,
            cancellationToken);
        if (triggers.Count > 0)
            throw new SchemaException(
                ExitCode.Guarded,
                $"The timetable's tables have triggers of their own: {string.Join(", ", triggers)}.",
                "Nothing was changed. Disable them first: alter table … disable trigger user");
    }

    static string Beside(string these, string others) =>
        $"""
        select format('%s.%s', t.name, c)
        from {these} t join {others} o on o.name = t.name cross join unnest(t.columns) c
        where c <> all (o.columns)
        order by 1
        """;
}
