using Schema.Tests.Cli;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Seeding;

public class SeedCrowdTests
{
    [Fact]
    public async Task A_crowd_comes_once_grows_and_is_the_same_in_one_go_or_two()
    {
        await using var grown = await WithTickers();
        await using var whole = await WithTickers();

        var first = await SchemaProgram.On(grown, "seed", "users", "--count", "300", "--seed", "7");
        Assert.Equal((0, "people 1 to 300 of seed 7, in one transaction; others can read meanwhile.\n"), (first.ExitCode, first.Error));
        Assert.EndsWith($"{grown.Name()}: the 300 people of seed 7 are there, 2,275 rows of theirs are new.\n", first.Output);
        Assert.Contains("people 301 to 500 of seed 7", (await SchemaProgram.On(grown, "seed", "users", "--count", "500", "--seed", "7")).Error);
        Assert.Equal(0, (await SchemaProgram.On(whole, "seed", "users", "--count", "500", "--seed", "7")).ExitCode);
        Assert.Equal(await DatabaseDump.Of(whole), await DatabaseDump.Of(grown));

        await whole.WriteNothingMore();
        (await SchemaProgram.On(whole, "seed", "users", "--count", "500", "--seed", "7")).Is(
            0, $"{whole.Name()}: the 500 people of seed 7 are there already; nothing to do.", "");

        Assert.Equal(0, (await SchemaProgram.On(grown, "seed", "users", "--count", "10", "--seed", "8")).ExitCode);
        Assert.Equal(["510"], await grown.Rows("select count(*) from users"));
        Assert.Matches(
            "^started seeded started seeded started seeded\\|people 1 to 10 of seed 8: [0-9]+ rows$",
            (await grown.Rows("select string_agg(event, ' ' order by id), (array_agg(detail ->> 'message' order by id desc))[1] from ledger.line where subject = 'seed users'"))[0]);
    }

    [Fact]
    public async Task With_keys_and_indexes_off_meanwhile_the_same_rows_come_and_everything_is_back()
    {
        await using var exclusive = await WithTickers();
        await using var online = await WithTickers();

        var locked = await SchemaProgram.On(exclusive, "seed", "users", "--count", "5000");
        await SchemaProgram.On(online, "seed", "users", "--count", "5000", "--online");

        Assert.Equal("people 1 to 5,000 of seed 2026, in one transaction; their tables are locked meanwhile (--online lets others read).\n", locked.Error);
        Assert.Equal(await DatabaseDump.Of(online), await DatabaseDump.Of(exclusive));
        Assert.Equal(0, (await SchemaProgram.On(exclusive, "check")).ExitCode);
    }

    [Fact]
    public async Task What_is_missing_or_was_removed_is_told_before_anything_is_written()
    {
        await using var database = await Databases.At("MarketRules");

        var missing = await SchemaProgram.On(database, "seed", "users", "--count", "10");
        Assert.Equal(3, missing.ExitCode);
        Assert.StartsWith("Tickers that the users follow are missing: AAPL, ADBE, ", missing.Error);
        Assert.Equal(["0"], await database.Rows("select count(*) from ledger.line where subject = 'seed users'"));

        await SchemaProgram.On(database, "seed", "tickers");
        await SchemaProgram.On(database, "seed", "users", "--count", "10");
        await database.Execute("delete from user_roles; delete from queue_members; delete from tickets; delete from users where email like '%.2026-3@%'");
        (await SchemaProgram.On(database, "seed", "users", "--count", "20")).Is(
            3,
            "",
            """
            Of the 20 people of seed 2026, 9 are there, and not the first 9: somebody removed some.
              Nothing was changed. Another --seed makes other people.
            """);
    }

    [Fact]
    public async Task Ctrl_C_rolls_all_of_it_back()
    {
        await using var database = await WithTickers();
        var held = await HeldUp.At(database, "user_profiles", "display_name is not null");

        using var process = SchemaProgram.Start(database, "seed", "users", "--count", "5000");
        await held.Happens();
        await Shell.Run("kill", ["-INT", $"{process.Id}"]);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted; what was under way has been rolled back.", said);
        await held.LetGo();
        Assert.Equal(["0|cancelled"], await database.Rows("select (select count(*) from users), event from ledger.line order by id desc limit 1"));
        Assert.Equal(0, (await SchemaProgram.On(database, "check")).ExitCode);
    }

    [Theory]
    [InlineData("--seed and --online belong to --count.\n  schema seed users --count 200000 --seed 7", "--seed", "7")]
    [InlineData("'0' is no whole number from 1 to 10000000.\n  Usage: schema seed users [options]; schema seed users --help lists them.", "--count", "0")]
    [InlineData("'1.5' is no whole number from 0 to 2147483647.\n  Usage: schema seed users [options]; schema seed users --help lists them.", "--count", "5", "--seed", "1.5")]
    public async Task Wrong_words_are_named(string said, params string[] words) => (await SchemaProgram.Run(["seed", "users", .. words])).Is(2, "", said);

    static Task<TestDatabase> WithTickers() => TestDatabase.From("market_tickers", async connectionString =>
    {
        await Databases.Up(connectionString, "MarketRules");
        await SchemaProgram.On(connectionString, "seed", "tickers");
    });
}
