using System.Text.RegularExpressions;
using Schema.Tests.Cli;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Readme;

/// <summary>The market's journey in the README, on a market as its own program left it, and the ways out of each trouble it lists.</summary>
public sealed partial class MarketReadmeTests
{
    const string Market = """
        create table ticker (
            symbol varchar not null, name varchar not null, aliases jsonb not null, exchange varchar(50), sources jsonb not null,
            is_sp500 boolean not null, cik varchar(20), constraint ticker_pkey primary key (symbol));
        create index ticker_exchange_idx on ticker (exchange);
        create index ticker_is_sp500_idx on ticker (is_sp500);
        create index ticker_cik_idx on ticker (cik);
        create table stock_price (id bigserial primary key, symbol varchar not null references ticker, price numeric not null);
        insert into ticker values ('ZZZZ', 'Nobody''s', '[]', null, '[]', false, null);
        insert into stock_price (symbol, price) values ('ZZZZ', 1.5);
        """;

    static readonly string Section = File.ReadAllText(Repository.Path("README.md")).Split("\n## ").Single(part => part.StartsWith("Market users", StringComparison.Ordinal));

    [Fact]
    public async Task Its_journey_leads_there_and_leaves_the_rest_of_the_market_alone()
    {
        var folder = Directory.CreateTempSubdirectory("schema-market-").FullName;
        await using var market = await TestDatabase.Empty();
        await market.Execute(Market);
        await SchemaProgram.On(market, "stamp", "MarketBaseline");

        var steps = Steps().Matches(Section).Select(step => step.Groups[1].Value).ToList();
        Assert.Equal(12, steps.Count);
        foreach (var step in steps)
        {
            var words = await Words(step);
            var namesFile = words.Any(word => word.EndsWith(".dump", StringComparison.Ordinal));
            var done = namesFile ? await SchemaProgram.In(folder, market, words) : await SchemaProgram.On(market, words);
            Assert.True(done.ExitCode == 0, $"make {step}\n{done.Output}{done.Error}");
        }

        Assert.True(File.Exists(Path.Combine(folder, "before.dump")));
        Assert.Equal(["3|10|12|1"], await market.Rows("""
            select (select count(*) from users), (select count(*) from user_ticker_follows), (select count(*) from permissions), (select count(*) from stock_price)
            """));
        Assert.Equal(["ZZZZ|Nobody's|[]|∅|[]|f|∅"], await market.Rows("select * from ticker where symbol = 'ZZZZ'"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_table_that_is_there_without_history_is_adopted()
    {
        await using var database = await Databases.At("TickerFollows");
        await database.Execute("""delete from "__EFMigrationsHistory" where "MigrationId" like '%TickerFollows'""");

        await Shows("relation \"user_ticker_follows\" already exists", 3, database, "up", "TickerFollows");
        Assert.Equal(0, (await SchemaProgram.On(database, "stamp", "TickerFollows")).ExitCode);
        Assert.Equal(0, (await SchemaProgram.On(database, "up", "TickerFollows")).ExitCode);
    }

    [Fact]
    public async Task What_the_users_need_is_asked_for()
    {
        await using var database = await TestDatabase.Empty();
        await Shows("has no table ticker", 2, database, "seed", "users");

        foreach (var words in (await Words("db-init")).Aggregate("", (line, word) => $"{line} {word}").Split("&& scripts/schema").Select(part => part.Trim().Split(' ')))
        {
            if (words[^1] == "tickers")
                await Shows("Tickers that the users follow are missing", 3, database, "seed", "users");
            Assert.Equal(0, (await SchemaProgram.On(database, words)).ExitCode);
        }

        Assert.Equal(0, (await SchemaProgram.On(database, await Words("seed-users"))).ExitCode);
    }

    [Fact]
    public async Task A_history_that_is_ahead_is_said_to_be()
    {
        await using var database = await Databases.At("TickerFollows");
        await database.Execute("""insert into "__EFMigrationsHistory" values ('20990101000000_Later', '10.0.14')""");

        await Shows("The database is newer than this program", 2, database, "up");
    }

    static async Task Shows(string sentence, int exitCode, TestDatabase database, params string[] words)
    {
        var said = await SchemaProgram.On(database, words);

        Assert.Equal(exitCode, said.ExitCode);
        Assert.Contains(sentence, said.Error);
        Assert.Contains($"| `{sentence}` |", Section);
    }

    /// <summary>The words that a make target gives to the program.</summary>
    static async Task<string[]> Words(string target)
    {
        var planned = await Shell.Run("make", ["--no-print-directory", "--dry-run", .. target.Split(' ')], Shell.Typed);
        Assert.StartsWith("scripts/schema ", planned.Output);

        return planned.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[1..];
    }

    [GeneratedRegex("^make ([a-z].+)$", RegexOptions.Multiline)]
    private static partial Regex Steps();
}
