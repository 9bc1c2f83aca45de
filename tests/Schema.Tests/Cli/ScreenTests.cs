using System.Text.Json.Nodes;
using Schema.Cli;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Tests.Cli;

public class ScreenTests
{
    static readonly TransferProgress Copied = TransferMeterTests.Fruit(500, null);

    [Theory]
    [InlineData("copy a b")]
    [InlineData("copy a b --json")]
    public void Where_lines_stay_one_of_a_copy_comes_every_two_seconds(string typed)
    {
        var clock = new Clock();
        var said = new StringWriter();
        using var screen = On(typed, said, clock);

        screen.Report(Copied);
        Assert.Equal("", said.ToString());

        clock.Now += 2;
        screen.Report(Copied);
        screen.Report(Copied);
        var line = Assert.Single(Lines(said));
        Assert.Equal("fruit", typed.EndsWith("--json", StringComparison.Ordinal) ? (string?)JsonNode.Parse(line)!["table"] : line.Trim().Split(':')[0]);

        clock.Now += 2;
        screen.Report(Copied);
        Assert.Equal(2, Lines(said).Length);
    }

    [Fact]
    public void One_of_an_import_comes_three_seconds_after_its_step_began()
    {
        var clock = new Clock();
        var said = new StringWriter();
        using var screen = On("up", said, clock);

        clock.Now += 3;
        screen.Report(new ImportProgress("orchard", "growers", 1, null));
        Assert.Equal("", said.ToString());

        clock.Now += 3;
        screen.Report(new ImportProgress("orchard", "growers", 300, null));
        Assert.Equal(["  orchard, growers: 300 rows, 100 rows/s"], Lines(said));
    }

    static Screen On(string typed, StringWriter error, Clock clock) => Screen.For(
        CommandTree.Root.Parse(typed),
        new Surroundings("/", new Dictionary<string, string>(), TextReader.Null, TextWriter.Null, error)
        {
            OpenInput = () => Stream.Null,
            OpenOutput = () => Stream.Null,
            Time = clock,
        });

    static string[] Lines(StringWriter said) => said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    sealed class Clock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Now;
    }
}
