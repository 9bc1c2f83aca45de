using System.Text.Json.Nodes;
using Schema.Tests.Cli;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Timetable;

public sealed class TimetableJsonTests
{
    [Fact]
    public async Task Each_command_prints_one_document_of_the_written_form()
    {
        using var folder = new Folder();
        await using var play = await Play.Running();
        var live = folder.Write("live.dump", Play.Live);
        var (events, rights) = (Path.Combine(folder.Name, "events.json"), Path.Combine(folder.Name, "rights.csv"));

        await Check(play, "events", live, "--output", events);
        await Check(play, "permissions", live, "--output", rights);
        await Check(play, "merge", events, rights, "--output", Path.Combine(folder.Name, "merged.json"));
        await Check(play, "refresh", "--live", live, "--save", Path.Combine(folder.Name, "saved.json"), "--yes");
    }

    static async Task Check(TestDatabase play, params string[] words)
    {
        var said = await SchemaProgram.On(play, ["timetable", .. words, "--json"]);

        Assert.True(said.ExitCode == 0, said.Output + said.Error);
        Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(said.Output)));
        foreach (var line in said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(line), "event"));
    }
}
