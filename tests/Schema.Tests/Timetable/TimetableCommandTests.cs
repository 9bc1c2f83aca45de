using static Schema.Tests.Timetable.Dumps;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Timetable;

public sealed class TimetableCommandTests
{
    static readonly string Live = Of(Root, Thing(2, "tripos/asnc"), Thing(3, "user/hal"), EventSourceTag(1, 2), EventSourceTag(2, 3));
    static readonly string Play = Of(Root, Thing(2, "tripos/asnc"), Thing(9, "user/ann", "salt"), Tag(1, "\"admin\"", 9, 2));

    [Fact]
    public async Task The_old_how_to_works_through_pipes()
    {
        using var folder = new Folder();
        var events = await Piped(Live, "timetable", "events");
        var permissions = await Piped(Play, "timetable", "permissions");
        var file = folder.Write("live-non_user.json", events.Output);
        var merged = await Piped(permissions.Output, "timetable", "merge", file);

        Assert.Equal(["thing 1", "thing 2", "eventsourcetag 1"], Kept(events.Output));
        Assert.Equal("Read 5 rows, wrote 3.\nLeft out: 1 users, 0 things below users, 0 rights, 1 calendar entries, 0 other tags of users, 0 locks.\n", events.Error);
        Assert.Equal("tripos/asnc,user/ann,salt\r\n", permissions.Output);
        Assert.Equal("Wrote 1 rights of 1 users.\nNot carried over: 0 users without rights, 0 calendar entries, 0 locks.\n", permissions.Error);
        Assert.Equal(["thing 3", "thingtag 1"], Kept(merged.Output));
        Assert.Equal("Merged fine with no mismatches!\n", merged.Error);
        Assert.Equal((0, 0, 0), (events.ExitCode, permissions.ExitCode, merged.ExitCode));
    }

    public static TheoryData<string> Places => new(new[] { Path.GetTempPath(), "/dev/shm" }.Where(Directory.Exists));

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Files_do_as_well_in_memory_too_and_belong_to_their_owner_only(string below)
    {
        using var folder = new Folder(below);
        var output = Path.Combine(folder.Name, "events.json");
        var done = await SchemaProgram.Run("timetable", "events", folder.Write("live.dump", Live), "--output", output);

        Assert.Equal((0, ""), (done.ExitCode, done.Output));
        Assert.Equal(["thing 1", "thing 2", "eventsourcetag 1"], Kept(await File.ReadAllTextAsync(output)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Name).Length);
    }

    [Fact]
    public async Task A_cut_off_dump_is_refused_and_leaves_no_half_output()
    {
        using var folder = new Folder();
        var output = folder.Write("events.json", "as before");
        var cut = Live[..^40];
        var toFile = await SchemaProgram.Run("timetable", "events", folder.Write("live.dump", cut), "--output", output);
        var toPipe = await Piped(cut, "timetable", "events");

        Assert.Equal("live.dump is cut off after 4 complete rows: its array is not closed.\n  Nothing was written. Dump it again: manage.py dumpdata timetables\n", toFile.Error);
        Assert.Equal((3, "", 3, ""), (toFile.ExitCode, toFile.Output, toPipe.ExitCode, toPipe.Output));
        Assert.Equal("as before", await File.ReadAllTextAsync(output));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Name).Length);
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        using var folder = new Folder();
        var done = await SchemaProgram.Started("timetable", "events", folder.Write("live.dump", Live), "-o", "/dev/stdout");

        Assert.Equal(["thing 1", "thing 2", "eventsourcetag 1"], Kept(done.Output));
    }

    [Fact]
    public async Task Json_needs_a_file_for_the_data()
    {
        using var folder = new Folder();
        var live = folder.Write("live.dump", Live);
        var refused = await SchemaProgram.Run("timetable", "events", live, "--json");
        var done = await SchemaProgram.Run("timetable", "events", live, "--json", "--output", Path.Combine(folder.Name, "out"));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("With --json the result is on standard output; the data needs a file.", refused.Output);
        Assert.Contains("\"Read 5 rows, wrote 3.\"", done.Output);
    }

    [Theory]
    [InlineData(4, "There is no file nowhere.dump.\n", "timetable", "events", "nowhere.dump")]
    [InlineData(2, "Standard input can be the events or the rights, not both.\n  schema timetable merge EVENTS < CSV\n", "timetable", "merge", "-")]
    public async Task Wrong_words_and_missing_files_are_said(int exit, string error, params string[] words)
    {
        var refused = await SchemaProgram.Run(words);

        Assert.Equal((exit, "", error), (refused.ExitCode, refused.Output, refused.Error));
    }

    static Task<Finished> Piped(string input, params string[] words) => SchemaProgram.Piped(input, words);
}
