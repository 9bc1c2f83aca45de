using Schema.Cli;
using Schema.Import;

namespace Schema.Tests.Cli;

public class ProgressLineTests
{
    [Fact]
    public void Every_moment_of_a_run_has_words_of_its_own() =>
        Assert.Equal(
            [
                "waiting for ann (process 7)",
                "  AddPlots waits for ann (process 7)",
                "applying AddPlots",
                "  applied AddPlots in 1.5 s",
                "undoing AddPlots",
                "  undone AddPlots in 1.5 s",
                "  AddPlots could not lock what it needs: ann (process 7); trying again",
                "  AddPlots: ann (process 7) Starting again from nothing",
                "  AddPlots is skipped: ann (process 7)",
            ],
            Enum.GetValues<MigrationMoment>().Select(moment =>
                ProgressLine.Text(new(moment, "20990101000000_AddPlots", TimeSpan.FromSeconds(1.5), "ann (process 7)"))));

    [Theory]
    [InlineData("20261120100100_QueueBaseline", "QueueBaseline")]
    [InlineData("archive.users_old", "archive.users_old")]
    [InlineData("plume", "plume")]
    public void Only_a_migrations_id_is_shortened(string subject, string name) => Assert.Equal(name, MigrationName.Short(subject));
}
