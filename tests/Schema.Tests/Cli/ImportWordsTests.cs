using Schema.Cli;
using Schema.Import;
using Schema.Tests.Imports;

namespace Schema.Tests.Cli;

public class ImportWordsTests
{
    static readonly RowsImport Orchard = new(plan =>
    {
        plan.Option("entities", "Which entities are read", "all");
        plan.Option("conflicts", "What becomes of conflicts");
    });

    [Theory]
    [InlineData("import", "schema import needs one of these words: list, check, run, undo, verify.\n  Usage: schema import COMMAND [options]; schema import --help lists them.")]
    [InlineData("import run", "schema import run needs NAME.\n  Usage: schema import run NAME [options]; schema import run --help lists them.")]
    [InlineData("import run pear", "There is no import 'pear'.\n  Known: plume, school, timetable")]
    [InlineData("import run plume stray", "Unrecognized command or argument 'stray'.\n  schema import --help")]
    [InlineData("import run plume --entities x", "The import plume has no option 'entities'.\n  It declares none.")]
    [InlineData("import run plume --option entities", "--option has 'entities', where OPTION=VALUE is expected.\n  schema import list shows the names and their options.")]
    [InlineData("import run plume --max-rejects lots", "--max-rejects is 'lots'; it takes a number of rows or a share of them.\n  Write for example --max-rejects 10 or --max-rejects 0.5%.")]
    [InlineData("import check plume --verify eyes", "--verify is 'eyes'; it takes counts or digests.\n  Without it, digests are compared.")]
    [InlineData("import check plume", "Nothing says where the system of the import plume is: LEGACY_PLUME is not set.\n  LEGACY_PLUME=URL (or a path)")]
    [InlineData("up --import plume", "--import is 'plume'; it takes NAME:OPTION=VALUE.\n  schema import list shows the names and their options.")]
    [InlineData("up --import plume:entities=x", "The import plume has no option 'entities'.\n  It declares none.")]
    [InlineData("legacy orchard", "'orchard' is no name for a legacy system: expected letters and digits, a capital letter first.\n  make legacy NAME=Orchard")]
    public async Task Wrong_words_end_with_2_and_what_is_right(string words, string error)
    {
        await using var empty = await TestDatabase.Empty();

        (await empty.With(null, words.Split(' '))).Is(2, "", error);
    }

    [Fact]
    public async Task What_belongs_to_a_pending_migration_is_not_run()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        (await queue.With(plume.ConnectionString, "import", "run", "plume")).Is(
            2, "", $"The import plume belongs to the migration ImportPlume, which is not applied to {queue.Name()}.\n  schema up");
        (await queue.With("none", "import", "run", "plume")).Is(
            2, "", "LEGACY_PLUME=none says that there is no such system, so there is nothing to read.\n  LEGACY_PLUME=URL (or a path)");
    }

    [Fact]
    public void Declared_options_are_words_of_the_command() =>
        Assert.Equal(
            [("orchard", "entities", "people"), ("orchard", "conflicts", "keep=all")],
            LeftoverOptions.Read(Orchard, ["--entities", "people", "--conflicts=keep=all"]));

    [Theory]
    [InlineData("--plots 7", "The import orchard has no option 'plots'.", "It declares: entities, conflicts")]
    [InlineData("--entities", "--entities needs a value.", "schema import run orchard --entities VALUE")]
    public void Other_words_are_answered_with_those_there_are(string words, string message, string advice)
    {
        var refused = Assert.Throws<SchemaException>(() => LeftoverOptions.Read(Orchard, words.Split(' ')).ToList());

        Assert.Equal((ExitCode.Usage, message, advice), (refused.Exit, refused.Message, refused.Advice));
    }
}
