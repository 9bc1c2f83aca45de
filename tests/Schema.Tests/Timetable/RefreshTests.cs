using System.Text.Json.Nodes;
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
        Assert.Equal(["imported|timetable refresh"], await play.Rows("select event, subject from ledger.line"));
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
        var back = await SchemaProgram.On(play, "timetable", "refresh", "--restore", saved, "--save", Path.Combine(folder.Name, "again.json"), "--yes");

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
    public async Task An_edited_csv_gives_the_rights_instead()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var csv = folder.Write("rights.csv", "tripos/asnc,user/zoe,salt\r\n");

        var done = await SchemaProgram.On(
            play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--permissions", csv, "--save", Path.Combine(folder.Name, "s"), "--yes");

        Assert.Equal(0, done.ExitCode);
        Assert.Equal(["user/zoe|salt"], await play.Rows("select u.fullpath, u.data from timetables_thingtag t join timetables_thing u on u.id = t.thing_id where t.annotation = 'admin'"));
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

    [Theory]
    [InlineData(
        "create table timetables_note (id int)",
        "Play has tables of the timetable that are not known here: timetables_note.\n  Nothing was changed. A refresh would leave them with rows that refer to what is gone.\n")]
    [InlineData(
        "create table note (thing int constraint note_thing_fkey references timetables_thing (id))",
        "Other tables refer to those of the timetable: note (note_thing_fkey).\n  Nothing was changed. Their rows would refer to what is gone.\n")]
    public async Task What_the_refresh_does_not_know_is_refused(string sql, string error)
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        await play.Execute(sql);
        var before = await play.Content();

        var refused = await SchemaProgram.On(play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--yes");

        Assert.Equal((5, error), (refused.ExitCode, refused.Error));
        Assert.Equal(before, await play.Content());
    }

    [Fact]
    public async Task A_dump_whose_rows_refer_to_nothing_leaves_play_as_it_was()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var before = await play.Content();
        var live = folder.Write("live.dump", Play.Live.Replace("\"eventsource\": 3", "\"eventsource\": 4", StringComparison.Ordinal));

        var refused = await SchemaProgram.On(play, "timetable", "refresh", "--live", live, "--save", Path.Combine(folder.Name, "s"), "--yes");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("eventsource_id_refs_id_524e4242", refused.Error);
        Assert.Contains("Key (eventsource_id)=(4) is not present in table \"timetables_eventsource\".", refused.Error);
        Assert.Equal(before, await play.Content());
    }

    [Fact]
    public async Task A_value_that_a_column_cannot_hold_is_refused_by_row_model_and_key()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var before = await play.Content();
        var live = folder.Write("live.dump", Play.Live.Replace("\"2014-09-01T10:00:00Z\"", "\"yesterday\"", StringComparison.Ordinal));

        var refused = await SchemaProgram.On(play, "timetable", "refresh", "--live", live, "--save", Path.Combine(folder.Name, "s"), "--yes");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("event 9 (row [3]) cannot be read: versionstamp is 'yesterday', not DateTimeOffset", refused.Error);
        Assert.Equal(before, await play.Content());
    }

    [Fact]
    public async Task A_writer_that_holds_a_table_is_waited_for_five_seconds()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        await using var writer = await play.Open();
        await using var transaction = await writer.BeginTransactionAsync();
        await using (var command = new Npgsql.NpgsqlCommand("update timetables_thing set data = 'x' where id = 2", writer))
            await command.ExecuteNonQueryAsync();

        var refused = await SchemaProgram.On(play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--yes");

        Assert.Equal(
            (4, "The timetable's tables are being written by someone else; five seconds were not enough.\n  Nothing was changed. Keep users out (stop the web server), then run it again.\n"),
            (refused.ExitCode, refused.Error));
    }

    [Theory]
    [InlineData(2, "Either --live or --restore says what to bring.\n  schema timetable refresh --live FILE\n")]
    [InlineData(2, "Either --live or --restore says what to bring.\n  schema timetable refresh --live FILE\n", "--live", "a", "--restore", "b")]
    [InlineData(2, "--restore brings back the permissions too; --permissions belongs to --live.\n", "--restore", "a", "--permissions", "b")]
    public async Task Wrong_words_are_said(int exit, string error, params string[] words)
    {
        var refused = await SchemaProgram.Run(["timetable", "refresh", .. words]);

        Assert.Equal((exit, error), (refused.ExitCode, refused.Error));
    }

    [Fact]
    public async Task Production_and_an_unanswered_question_are_guarded()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var live = folder.Write("live.dump", Play.Live);

        Assert.Equal(5, (await SchemaProgram.InProduction(play, "timetable", "refresh", "--live", live, "--yes")).ExitCode);
        Assert.Equal(5, (await SchemaProgram.On(play, "timetable", "refresh", "--live", live)).ExitCode);
    }

    [Fact]
    public async Task Json_is_one_document()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var done = await SchemaProgram.On(
            play, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--save", Path.Combine(folder.Name, "s"), "--yes", "--json");

        Assert.EndsWith("/s", (string)JsonNode.Parse(done.Output)!["result"]!["saved"]!);
    }

    static async Task<long> Count(Npgsql.NpgsqlConnection reader, string title)
    {
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from timetables_event where title like $1 || '%'", reader);
        command.Parameters.Add(new() { Value = title });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
