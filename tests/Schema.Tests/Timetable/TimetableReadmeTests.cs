using System.Text.RegularExpressions;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Timetable;

/// <summary>The how-to of the README, step by step, on a running Play.</summary>
public sealed partial class TimetableReadmeTests
{
    [Fact]
    public async Task Its_steps_do_what_they_say()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        folder.Write("live.dump", Play.Live);
        var saved = Path.Combine(folder.Name, "play.dump");
        await SchemaProgram.On(play, "timetable", "refresh", "--live", Path.Combine(folder.Name, "live.dump"), "--save", saved, "--yes");

        var steps = Steps().Matches(await File.ReadAllTextAsync(Repository.Path("README.md"))).Select(step => step.Groups[1].Value).ToList();
        Assert.Equal(5, steps.Count);
        foreach (var step in steps)
        {
            var done = await SchemaProgram.In(folder.Name, play, step.Split(' '));
            Assert.True(done.ExitCode == 0, $"{step}\n{done.Output}{done.Error}");
        }

        Assert.Equal("tripos/asnc,user/ann,\"{\"\"salt\"\": \"\"a,b\"\"}\"\r\ntripos/asnc,user/bob,\r\n", await File.ReadAllTextAsync(Path.Combine(folder.Name, "play-userperms.csv")));
        Assert.Equal(
            ["user/ann|{\"salt\": \"a,b\"}", "user/bob|"],
            await play.Rows("select u.fullpath, u.data from timetables_thingtag t join timetables_thing u on u.id = t.thing_id where t.annotation = 'admin' order by 1"));
    }

    [GeneratedRegex("^scripts/schema (timetable .+)$", RegexOptions.Multiline)]
    private static partial Regex Steps();
}
