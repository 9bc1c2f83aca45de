using Schema.Import;
using Schema.Seeding;
using Schema.Tests.Cli;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Seeding;

public class SeedTickersTests
{
    const string Header = "symbol,name,exchange,sources,aliases,is_sp500,cik\n";

    [Fact]
    public async Task The_delivered_list_has_what_the_sample_users_follow()
    {
        await using var database = await Databases.At("MarketRules");

        (await SchemaProgram.On(database, "seed", "tickers")).Is(0, $"{database.Name()}: 41 tickers listed, 41 added, 0 changed, 0 unchanged.", "");
        Assert.Equal(
            ["AAPL|Apple Inc.|[\"Apple\"]|NASDAQ|[\"delivered\", \"sp500\"]|t|0000320193", "SPY|SPDR S&P 500 ETF Trust|[\"S&P 500\", \"SPDR\"]|NYSE Arca|[\"delivered\", \"etf\"]|f|∅"],
            await database.Rows("select * from ticker where symbol in ('AAPL', 'SPY') order by 1"));
        Assert.Empty(SampleUser.All.SelectMany(user => user.Follows).Except(await database.Rows("select symbol from ticker")));

        await database.WriteNothingMore();
        (await SchemaProgram.On(database, "seed", "tickers")).Is(0, $"{database.Name()}: 41 tickers listed, all there already; nothing to do.", "");
    }

    [Fact]
    public async Task A_list_adds_and_changes_and_never_deletes()
    {
        await using var database = await Databases.At("MarketRules");
        await database.Execute("""
            insert into ticker values ('AAPL', 'Apple', '[]', null, '[]', true, null), ('OLD', 'Old', '[]', null, '[]', false, null),
                ('GONE', 'Gone', '[]', null, '[]', false, null), ('KO', 'Coke', '["Coke"]', null, '["a"]', false, null);
            insert into users (id) values ('00000000-0000-4000-8000-000000000001');
            insert into user_ticker_follows (user_id, ticker, "order") select '00000000-0000-4000-8000-000000000001', symbol, 0 from ticker where symbol = 'OLD';
            """);
        var list = await Write(Header + " aapl ,Apple Inc.,NASDAQ,\"a, b,\",\"[\"\"Apple\"\", \"\"\\u00c4pple\"\"]\",TRUE,1\r\nKO,Coke,,a,\"[\"\"Coke\"\"]\",False,\nNEW,\"New, Inc.\",,,,false,\n");

        (await SchemaProgram.On(database, "seed", "tickers", list)).Is(
            0,
            $"""
            OLD is not in the list and is kept: 1 person follows it
            1 ticker that nobody follows is not in the list and kept
            {database.Name()}: 3 tickers listed, 1 added, 1 changed, 1 unchanged.
            """,
            "");
        Assert.Equal(
            [
                "AAPL|Apple Inc.|[\"Apple\", \"Äpple\"]|NASDAQ|[\"a\", \"b\"]|t|1", "GONE|Gone|[]|∅|[]|f|∅", "KO|Coke|[\"Coke\"]|∅|[\"a\"]|f|∅",
                "NEW|New, Inc.|[]|∅|[]|f|∅", "OLD|Old|[]|∅|[]|f|∅",
            ],
            await database.Rows("select * from ticker order by 1"));
    }

    [Theory]
    [InlineData("A,Apple,,,,True", "list.csv, line 3: the line has 6 fields, the header has 7.")]
    [InlineData(",Apple,,,,True,", "list.csv, line 3, column symbol is empty.")]
    [InlineData("A, ,,,,True,", "list.csv, line 3, column name is empty.")]
    [InlineData("A,Apple,,,,yes,", "list.csv, line 3, column is_sp500 is 'yes', neither True nor False.")]
    [InlineData("A,Apple,,,,,", "list.csv, line 3, column is_sp500 is '', neither True nor False.")]
    [InlineData("A,Apple,,,Apple,True,", "list.csv, line 3, column aliases is 'Apple', not a JSON list of texts.")]
    [InlineData("A,Apple,,,\"{\"\"a\"\": 1}\",True,", "list.csv, line 3, column aliases is '{\"a\": 1}', not a JSON list of texts.")]
    [InlineData("A,Apple,,,[1],True,", "list.csv, line 3, column aliases is '[1]', not a JSON list of texts.")]
    [InlineData("A,Apple,,,\"[\"\"\\u0000\"\"]\",True,", "list.csv, line 3, column aliases is '[\"\\u0000\"]', not a JSON list of texts.")]
    [InlineData("A,Apple,,,[null],True,", "list.csv, line 3, column aliases is '[null]', not a JSON list of texts.")]
    [InlineData("A,Apple,123456789012345678901234567890123456789012345678901,,,True,", "list.csv, line 3, column exchange is '123456789012345678901234567890123456789…', longer than 50 characters.")]
    [InlineData("A,Apple,,,,True,123456789012345678901", "list.csv, line 3, column cik is '123456789012345678901', longer than 20 characters.")]
    [InlineData(" ok ,Apple,,,,True,", "list.csv, line 3, column symbol is OK, as on line 2.")]
    [InlineData("A,\"Apple,,,,True,", "list.csv, line 3: a quoted field is never closed.")]
    public async Task A_bad_line_is_named(string line, string expected)
    {
        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read(Header + "OK,Fine,,,,True,\n" + line));

        Assert.Equal((ExitCode.DataRefused, expected), (refused.Exit, refused.Message));
    }

    [Theory]
    [InlineData("", "list.csv, line 1: the file is empty, a header is expected.")]
    [InlineData("symbol,name,exchange,sources,aliases,is_sp500,price", "list.csv, line 1: the column cik is missing, the column 'price' is unknown; expected are symbol,name,exchange,sources,aliases,is_sp500,cik.")]
    [InlineData("symbol,name,exchange,sources,aliases,is_sp500,cik,CIK", "list.csv, line 1: the column cik is there twice; expected are symbol,name,exchange,sources,aliases,is_sp500,cik.")]
    public async Task A_bad_header_is_named(string header, string expected) =>
        Assert.Equal(expected, (await Assert.ThrowsAsync<SchemaException>(() => Read(header))).Message);

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_a_byte_order_mark_before_them() =>
        Assert.Equal(
            [new TickerRow("A", "Apple", null, """["x"]""", "[]", true, null)],
            await Read("\uFEFFcik,is_sp500,aliases,sources,exchange,name,symbol\n,True,,x,,Apple,a\n\n"));

    [Fact]
    public async Task Nothing_of_a_bad_list_is_loaded()
    {
        await using var database = await Databases.At("MarketRules");
        var list = await Write(Header + "OK,Fine,,,,True,\nBAD,,,,,True,\n");

        (await SchemaProgram.On(database, "seed", "tickers", list)).Is(
            3, "", $"{Path.GetFileName(list)}, line 3, column name is empty.\n  Nothing was loaded. Correct that line.");
        (await SchemaProgram.On(database, "seed", "tickers", "/nowhere.csv")).Is(
            2, "", "There is no file /nowhere.csv.\n  schema seed tickers FILE; without one, the delivered list is taken.");
        Assert.Equal(["0"], await database.Rows("select count(*) from ticker"));
    }

    static Task<IReadOnlyList<TickerRow>> Read(string text) =>
        TickerFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "list.csv", CancellationToken.None);

    static async Task<string> Write(string text)
    {
        var path = Path.Combine(SchemaProgram.Elsewhere, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
