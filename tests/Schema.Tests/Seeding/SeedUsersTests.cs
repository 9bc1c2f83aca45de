using Schema.Tests.Cli;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Seeding;

public class SeedUsersTests
{
    const string Tickers = """
        insert into ticker select symbol, symbol, '[]', null, '[]', true, null
        from unnest('{AAPL,GOOGL,MSFT,TSLA,NVDA,AMD,SPY,QQQ,AMZN}'::text[]) symbol;
        """;

    [Fact]
    public async Task Alice_bob_and_charlie_come_with_all_that_belongs_to_them_and_only_once()
    {
        await using var database = await With(Tickers);

        (await SchemaProgram.On(database, "seed", "users")).Is(
            0, $"{database.Name()}: sample users added: alice@example.com, bob@example.com, charlie@example.com.", "");
        Assert.Equal(
            [
                "alice@example.com|google|google_alice_123|t|f|Alice Johnson|America/New_York|Tech enthusiast and investor|email alice@example.com t t f|AAPL 0 t f,GOOGL 1 t f,MSFT 2 t f",
                "bob@example.com|google|google_bob_456|t|f|Bob Smith|America/Los_Angeles|Day trader|email bob@example.com t t f|TSLA 0 t f,NVDA 1 t f,AMD 2 t f",
                "charlie@example.com|google|google_charlie_789|t|f|Charlie Davis|UTC|Long-term investor|email charlie@example.com t t f|SPY 0 t f,QQQ 1 t f,AAPL 2 t f,AMZN 3 t f",
            ],
            await database.Rows("""
                select email, auth_provider, auth_provider_id, is_active, is_deleted, display_name, timezone, bio,
                    (select string_agg(concat_ws(' ', channel_type, channel_value, is_verified, is_enabled, email_bounced), ',') from user_notification_channels where user_id = u.id),
                    (select string_agg(concat_ws(' ', ticker, "order", notify_on_signals, notify_on_price_change), ',' order by "order") from user_ticker_follows where user_id = u.id)
                from users u join user_profiles on user_id = u.id order by email
                """));

        await database.WriteNothingMore();
        (await SchemaProgram.On(database, "seed", "users")).Is(
            0, $"There already: alice@example.com, bob@example.com, charlie@example.com\n{database.Name()}: no sample user is missing; nothing to do.", "");
    }

    [Fact]
    public async Task Missing_tickers_are_told_before_anything_is_written()
    {
        await using var database = await With(Tickers + "delete from ticker where symbol in ('SPY', 'QQQ', 'AMZN')");

        (await SchemaProgram.On(database, "seed", "users")).Is(
            3, "", "Tickers that the users follow are missing: AMZN, QQQ, SPY. Nothing was written.\n  schema seed tickers");
        Assert.Equal(["0"], await database.Rows("select count(*) from users"));
    }

    [Fact]
    public async Task Whoever_is_in_the_way_is_left_alone_and_told()
    {
        await using var database = await With(Tickers + """
            insert into users (email, is_deleted, is_active, deleted_at) values (' ALICE@example.com', true, false, now());
            insert into users (id, email) values ('00000000-0000-4000-8000-000000000001', 'robert@example.org');
            insert into user_profiles (user_id, display_name) values ('00000000-0000-4000-8000-000000000001', 'bob SMITH');
            """);

        (await SchemaProgram.On(database, "seed", "users")).Is(
            0,
            $"""
            alice@example.com was deleted and is left alone
            bob@example.com is left out: robert@example.org has the display name Bob Smith
            {database.Name()}: sample users added: charlie@example.com.
            """,
            "");
        await database.Execute("delete from user_profiles where display_name = 'bob SMITH'; update users set auth_provider = 'google', auth_provider_id = 'google_bob_456' where email = 'robert@example.org'");
        (await SchemaProgram.On(database, "seed", "users")).Is(
            0,
            $"""
            alice@example.com was deleted and is left alone
            bob@example.com is left out: robert@example.org has the google account google_bob_456
            There already: charlie@example.com
            {database.Name()}: no sample user is missing; nothing to do.
            """,
            "");
        Assert.Equal(["1"], await database.Rows("select count(*) from ledger.line where event = 'seeded'"));
    }

    static async Task<TestDatabase> With(string sql)
    {
        var database = await Databases.At("MarketRules");
        await database.Execute(sql);

        return database;
    }
}
