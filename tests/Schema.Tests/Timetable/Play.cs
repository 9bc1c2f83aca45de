using Schema.Tests.Migrations;

namespace Schema.Tests.Timetable;

/// <summary>A small Play server: two users with rights, one without, calendars, a lock.</summary>
static class Play
{
    public const string Rows = """
        insert into timetables_thing (id, parent_id, pathid, fullpath, name, data, type, fullname) values
            (1, null, 'Et6pb-wgWTVmq3VpLJlJWWgzrck=', 'user', 'user', '', '', 'Users'),
            (2, null, 'p2', 'tripos/asnc', 'asnc', '', 'tripos', 'ASNC'),
            (3, null, 'p3', 'tripos/old', 'old', '', 'tripos', 'Gone from Live'),
            (10, 1, 'p10', 'user/ann', 'ann', '{"salt": "a,b"}', 'user', 'A Users Calendar'),
            (11, 1, 'p11', 'user/bob', 'bob', '', 'user', 'A Users Calendar'),
            (12, 1, 'p12', 'user/idle', 'idle', '{"salt": "x"}', 'user', 'A Users Calendar');
        insert into timetables_eventsource (id, current, versionstamp, data, title, sourcetype, sourceurl, sourcefile, master_id) values
            (1, true, '2014-01-02 03:04:05.123456+00', '{}', 'Old – "series"', 'pattern', null, '', 1);
        insert into timetables_event values
            (7, true, '2014-01-02 03:04:05+00', '', '2014-10-09 09:00+01', '2014-10-09 10:00+01', 'Europe/London', 'Europe/London', E'Old\nevent \\ end', '', 'u7', 7, 1, 0);
        insert into timetables_eventsourcetag values (1, 'home', 2, 1), (2, null, 12, 1);
        insert into timetables_eventtag values (1, '', 10, 7);
        insert into timetables_thingtag values (1, 'admin', 10, 2), (2, 'admin', 11, 2), (3, 'link', 2, 3);
        insert into timetables_thinglock values (4, 2, 10, '2014-01-02 03:04:05.5+00', 'short');
        """;

    /// <summary>What Live dumps: its own users, series and events.</summary>
    public static readonly string Live = Dumps.Of(
        """{"pk": 1, "model": "timetables.thing", "fields": {"parent": null, "pathid": "Et6pb-wgWTVmq3VpLJlJWWgzrck=", "fullpath": "user", "name": "user", "data": "", "type": "", "fullname": "Users"}}""",
        """{"pk": 5, "model": "timetables.thing", "fields": {"parent": null, "pathid": "l5", "fullpath": "tripos/asnc", "name": "asnc", "data": "", "type": "tripos", "fullname": "ASNC \u00e9"}}""",
        """{"pk": 6, "model": "timetables.thing", "fields": {"parent": 1, "pathid": "l6", "fullpath": "user/hal", "name": "hal", "data": "", "type": "user", "fullname": "A Users Calendar"}}""",
        """{"pk": 3, "model": "timetables.eventsource", "fields": {"current": true, "versionstamp": "2014-09-01T10:00:00.250Z", "data": "{\"location\": \"here\"}", "title": "New series", "sourcetype": "pattern", "sourceurl": null, "sourcefile": "", "master": 3}}""",
        """{"pk": 9, "model": "timetables.event", "fields": {"current": true, "versionstamp": "2014-09-01T10:00:00Z", "data": "", "start": "2014-10-09T09:00:00+01:00", "end": "2014-10-09T10:00:00+01:00", "starttz": "Europe/London", "endtz": "Europe/London", "title": "New event", "location": "", "uid": "u9", "master": 9, "status": 0, "source": 3}}""",
        """{"pk": 4, "model": "timetables.eventsourcetag", "fields": {"annotation": "home", "thing": 5, "eventsource": 3}}""",
        """{"pk": 5, "model": "timetables.eventsourcetag", "fields": {"annotation": null, "thing": 6, "eventsource": 3}}""",
        """{"pk": 2, "model": "timetables.thingtag", "fields": {"annotation": "admin", "thing": 6, "targetthing": 5}}""",
        """{"pk": 8, "model": "timetables.thingtag", "fields": {"annotation": "disabled", "thing": 5, "targetthing": 5}}""");

    public static Task<TestDatabase> Empty() => Migrated.EmptyAt("Timetables");

    public static async Task<TestDatabase> Running()
    {
        var play = await Empty();
        await play.Execute(Rows);

        return play;
    }

    /// <summary>Every row of the seven tables.</summary>
    public static async Task<string[]> Content(this TestDatabase play) => await play.Rows("""
        select 'event', t::text from timetables_event t union all
        select 'eventsource', t::text from timetables_eventsource t union all
        select 'eventsourcetag', t::text from timetables_eventsourcetag t union all
        select 'eventtag', t::text from timetables_eventtag t union all
        select 'thing', t::text from timetables_thing t union all
        select 'thinglock', t::text from timetables_thinglock t union all
        select 'thingtag', t::text from timetables_thingtag t
        order by 1, 2
        """);
}
