namespace Schema.Tests.Cli;

public class WordsTests
{
    [Theory]
    [InlineData("upp", "schema has no command 'upp'.", "schema COMMAND [options]; schema --help lists them.")]
    [InlineData("archive", "schema archive needs one of these words: drop.", "schema archive COMMAND [options]; schema archive --help lists them.")]
    [InlineData("stamp", "schema stamp needs NAME.", "schema stamp NAME [options]; schema stamp --help lists them.")]
    [InlineData("create", "schema create needs NAME.", "schema create NAME [options]; schema create --help lists them.")]
    [InlineData("audit note", "schema audit note needs STATUS and MESSAGE.", "schema audit note STATUS MESSAGE [options]; schema audit note --help lists them.")]
    [InlineData("status now", "Unrecognized command or argument 'now'.", "schema status [options]; schema status --help lists them.")]
    [InlineData("wait --timeout soon", "'soon' is no number from 0 to 8640000.", "schema wait [options]; schema wait --help lists them.")]
    public async Task Wrong_words_end_with_2_and_the_usage(string words, string message, string usage) =>
        (await SchemaProgram.Run(words.Split(' '))).Is(2, "", $"{message}\n  Usage: {usage}");

    [Fact]
    public async Task Without_words_it_prints_its_help()
    {
        var said = await SchemaProgram.Run();

        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Contains("  status               Where the database is, and what runs there now\n", said.Output);
        Assert.DoesNotContain("catalogue", said.Output);
    }

    [Fact]
    public async Task An_unknown_migration_is_answered_with_those_there_are() =>
        (await SchemaProgram.Run("script", "0", "Orchards")).Is(
            2,
            "",
            $"""
            There is no migration 'Orchards'.
              Known: {Databases.After(null)}
            """);

    [Fact]
    public async Task A_name_that_is_none_is_refused() =>
        (await SchemaProgram.Run("create", "add plots")).Is(
            2, "", "'add plots' is no name for a migration: expected letters and digits, a capital letter first.\n  schema create AddPlots");

    [Fact]
    public async Task A_name_that_is_taken_is_refused() =>
        (await SchemaProgram.Run("create", "CentralUsers")).Is(
            2, "", "There is a migration of that name: 20261120100300_CentralUsers.\n  Choose another name.");

    [Fact]
    public async Task Migrations_are_made_in_a_checkout_only() =>
        (await SchemaProgram.Run("create", "AddPlots")).Is(
            2,
            "",
            $"""
            {SchemaProgram.Elsewhere} lies in no checkout of this project: no folder above it has Schema.sln and scripts/postgres.
              Run it in the checkout: migrations are source files.
            """);
}
