using Schema.Import;
using Schema.Migrations.Timetable;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Timetable;

public sealed class RefreshRefusalTests
{
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
    public async Task A_database_that_is_no_Play_is_left_without_a_trace()
    {
        using var folder = new Folder();
        await using var other = await TestDatabase.Empty();

        var refused = await SchemaProgram.On(other, "timetable", "refresh", "--live", folder.Write("live.dump", Play.Live), "--yes");

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("This is no Play database: it has no table timetables_event, ", refused.Error);
        Assert.Null(await other.Scalar<string>("select to_regclass('ledger.about')::text"));
    }

    [Theory]
    [InlineData(
        ExitCode.Guarded,
        "alter table timetables_thing add note text; alter table timetables_event add \"End\" int",
        "Play has columns of the timetable that are not known here: timetables_event.End, timetables_thing.note.")]
    [InlineData(ExitCode.Usage, "alter table timetables_event drop status", "Play lacks columns of the timetable: timetables_event.status.")]
    [InlineData(
        ExitCode.Guarded,
        "create trigger note after delete on timetables_event execute function suppress_redundant_updates_trigger()",
        "The timetable's tables have triggers of their own: note on timetables_event.")]
    [InlineData(
        ExitCode.DataRefused,
        "update timetables_thinglock set expires = 'infinity'",
        "What Play holds now could not be brought back: thinglock 4: expires is infinity, and a dump holds the years 1 to 9999.")]
    public async Task What_a_saved_dump_would_not_bring_back_is_refused(ExitCode exit, string sql, string message)
    {
        await using var play = await Play.Running();
        await play.Execute(sql);
        await using var connection = await play.Open();
        await using var transaction = await connection.BeginTransactionAsync();

        var refused = await Assert.ThrowsAsync<SchemaException>(async () =>
        {
            await PlayTables.RefuseOthers(connection, default);
            await PlayDump.Write(connection, Stream.Null, default);
        });

        Assert.Equal((exit, message), (refused.Exit, refused.Message));
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
        Assert.EndsWith(
            "RefreshImport: insert or update on table \"timetables_eventsourcetag\" violates foreign key constraint \"eventsource_id_refs_id_524e4242\".\n"
            + "  Nothing was changed.\n",
            refused.Error);
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
        Assert.EndsWith(
            "\n  Nothing was changed. Correct the row, or dump Live again; rows are numbered as schema timetable events leaves them.\n", refused.Error);
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
}
