using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Timetable;

public sealed class RefreshTests
{
    [Fact]
    public async Task Play_has_lives_events_and_its_own_users_with_their_rights_and_salts()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var saved = Path.Combine(folder.Name, "before.json");

        var done = await SchemaProgram.On(play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--save", saved, "--yes");

        Assert.Equal(("", 0), (done.ExitCode == 0 ? "" : done.Error + done.Output, done.ExitCode));
        Assert.Equal(
            [
                "1|∅|user|user||",
                "5|∅|tripos/asnc|asnc||tripos",
                "6|1|user/ann|ann|{\"salt\": \"a,b\"}|user",
                "7|1|user/bob|bob||user",
            ],
            await play.Rows("select id, parent_id, fullpath, name, data, type from timetables_thing order by id"));
        Assert.Equal(
            ["8|disabled|5|5", "9|admin|6|5", "10|admin|7|5"],
            await play.Rows("select * from timetables_thingtag order by id"));
        Assert.Equal(["9|2014-10-09 08:00:00|New event"], await play.Rows("select id, start at time zone 'UTC', title from timetables_event"));
        Assert.Equal(["4|home|5|3"], await play.Rows("select * from timetables_eventsourcetag"));
        Assert.Equal(["0|0"], await play.Rows("select (select count(*) from timetables_eventtag), (select count(*) from timetables_thinglock)"));
        Assert.Equal(8, await play.Scalar<long>("select nextval('timetables_thing_id_seq')"));
        Assert.Equal(11, await play.Scalar<long>("select nextval('timetables_thingtag_id_seq')"));
        Assert.Equal(0, await play.Scalar<long>("select count(*) from ledger.receipt"));
        Assert.Contains("Not carried over: 1 users without rights, 2 calendar entries, 1 locks.", done.Output);
        Assert.Contains("vacuum analyze timetables_event, ", done.Output);
        Assert.Equal(["imported|timetable refresh"], await play.Rows("select event, subject from ledger.line where subject like 'timetable%'"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(saved));
    }

    [Fact]
    public async Task What_was_saved_comes_back_exactly()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var before = await play.Content();
        var saved = Path.Combine(folder.Name, "before.json");

        await SchemaProgram.On(play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--save", saved, "--yes");
        Assert.NotEqual(before, await play.Content());
        var onto = await SchemaProgram.On(play, "timetable", "refresh", "--restore", saved, "--save", saved, "--yes");
        var back = await SchemaProgram.On(play, "timetable", "refresh", "--restore", saved, "--save", Path.Combine(folder.Name, "again.json"), "--yes");

        Assert.Equal(
            (5, $"{saved} is there already and may be what an earlier refresh saved; it is not written over.\n  Move it away, or name another file.\n"),
            (onto.ExitCode, onto.Error));
        Assert.Equal(0, back.ExitCode);
        Assert.Equal(before, await play.Content());
    }

    [Fact]
    public async Task Missing_subjects_are_shown_and_nothing_changes_unless_they_are_allowed()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        await play.Execute("insert into timetables_thingtag values (9, 'admin', 10, 3)");
        var before = await play.Content();
        var live = folder.Write("live.dump", Play.Live);
        var save = Path.Combine(folder.Name, "before.json");

        var refused = await SchemaProgram.On(play, "timetable", "refresh", "--live", live, "--save", save, "--yes");

        Assert.Contains("    \"tripos/old\": 1", refused.Output);
        Assert.Equal(3, refused.ExitCode);
        Assert.Equal(
            "Live lacks 1 of the subjects that users of Play may edit; 0 are allowed.\n"
            + "  Nothing was changed. Correct the paths (schema timetable permissions, then --permissions CSV), or --allow-mismatches 1\n",
            refused.Error);
        Assert.Equal(before, await play.Content());
        Assert.False(File.Exists(save));

        Assert.Equal(0, (await SchemaProgram.On(play, "timetable", "refresh", "--live", live, "--save", save, "--allow-mismatches", "1", "--yes")).ExitCode);
        Assert.Equal(2, await play.Scalar<long>("select count(*) from timetables_thingtag where annotation = 'admin'"));
    }

    [Fact]
    public async Task An_edited_csv_gives_the_rights_instead_and_users_of_play_keep_their_data()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var csv = folder.Write("rights.csv", "tripos/asnc,user/zoe,salt\r\ntripos/asnc,user/idle,\r\n");
        var live = folder.Write("live.dump", $$$"""{{{Play.Live[..^1]}}}, {"pk": 1, "model": "auth.user", "fields": {}}]""");

        var done = await SchemaProgram.On(
            play, "timetable", "refresh", "--live", live, "--permissions", csv, "--save", Path.Combine(folder.Name, "s"), "--yes");

        Assert.Equal(0, done.ExitCode);
        Assert.Contains("Live: Not a model of the timetable, left out: auth.user (1 rows).", done.Output);
        Assert.Contains(
            "\nPlay's own data is kept, not that of the CSV, for user/idle.\nNot carried over, for the CSV leaves them out: user/ann, user/bob.\n", done.Output);
        Assert.Equal(
            ["user/idle|{\"salt\": \"x\"}", "user/zoe|salt"],
            await play.Rows("select u.fullpath, u.data from timetables_thingtag t join timetables_thing u on u.id = t.thing_id where t.annotation = 'admin' order by 1"));
    }

    [Fact]
    public async Task Readers_see_the_old_content_until_the_new_is_there()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        await using var reader = await play.Open();
        await using var snapshot = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        Assert.Equal(1L, await Count(reader, "Old"));

        var done = await SchemaProgram.On(play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--save", Path.Combine(folder.Name, "s"), "--yes");

        Assert.Equal(0, done.ExitCode);
        Assert.Equal(1L, await Count(reader, "Old"));
        await snapshot.CommitAsync();
        Assert.Equal(0L, await Count(reader, "Old"));
        Assert.Equal(1L, await Count(reader, "New"));
    }

    static async Task<long> Count(Npgsql.NpgsqlConnection reader, string title)
    {
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from timetables_event where title like $1 || '%'", reader);
        command.Parameters.Add(new() { Value = title });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
