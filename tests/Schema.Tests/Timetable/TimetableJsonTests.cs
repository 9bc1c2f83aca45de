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
        folder.Write("live.dump", Play.Live);

        await Check(folder, play, "events", "live.dump", "--output", "events.json");
        await Check(folder, play, "permissions", "live.dump", "--output", "rights.csv");
        await Check(folder, play, "merge", "events.json", "rights.csv", "--output", "merged.json");
        await Check(folder, play, "refresh", "--live", "live.dump", "--save", "saved.json", "--yes");
    }

    static async Task Check(Folder folder, TestDatabase play, params string[] words)
    {
        var said = await SchemaProgram.In(folder.Name, play, ["timetable", .. words, "--json"]);

        Assert.True(said.ExitCode == 0, said.Output + said.Error);
        Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(said.Output)));
        foreach (var line in said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Empty(JsonSchema.Output.Check(JsonNode.Parse(line), "event"));
    }
}
