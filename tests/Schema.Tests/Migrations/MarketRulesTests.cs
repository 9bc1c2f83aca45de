using Npgsql;

namespace Schema.Tests.Migrations;

public class MarketRulesTests
{
    const string Ann = "00000000-0000-4000-8000-000000000001";
    const string Bob = "00000000-0000-4000-8000-000000000002";

    const string Rows = $"""
        insert into users (id, email, auth_provider, auth_provider_id)
        values ('{Ann}', 'ann@example.org', 'google', '1'), ('{Bob}', null, null, null);
        insert into ticker values ('AAPL', 'Apple', '[]', null, '[]', true, null), ('TSLA', 'Tesla', '[]', null, '[]', true, null);
        insert into user_ticker_follows (user_id, ticker) values ('{Ann}', 'AAPL');
        """;

    [Theory]
    [InlineData("user_profiles (user_id, preferences)", $"'{Bob}', '[]'", "user_profiles_preferences_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value, preferences)", $"'{Bob}', 'sms', '1', '1'", "user_notification_channels_preferences_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value, email_bounced)", $"'{Bob}', 'email', 'b', true", "user_notification_channels_bounce_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value, bounced_at)", $"'{Bob}', 'email', 'b', now()", "user_notification_channels_bounce_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value, bounce_type)", $"'{Bob}', 'email', 'b', 'hard'", "user_notification_channels_bounce_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value, email_bounced, bounced_at)", $"'{Bob}', 'sms', '1', true, now()", "user_notification_channels_bounce_check")]
    [InlineData("user_ticker_follows (user_id, ticker, custom_alerts)", $"'{Bob}', 'AAPL', '[]'", "user_ticker_follows_custom_alerts_check")]
    [InlineData("user_ticker_follows (user_id, ticker, price_change_threshold)", $"'{Bob}', 'AAPL', -0.5", "user_ticker_follows_price_change_threshold_check")]
    [InlineData("user_ticker_follows (user_id, ticker, price_change_threshold)", $"'{Bob}', 'AAPL', 'NaN'", "user_ticker_follows_price_change_threshold_check")]
    [InlineData("user_ticker_follows (user_id, ticker, \"order\")", $"'{Ann}', 'TSLA', 0", "user_ticker_follows_user_id_order_key")]
    public async Task The_database_refuses_what_the_old_program_checked_by_itself(string table, string values, string rule)
    {
        await using var database = await WithRows();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute($"insert into {table} values ({values})"));

        Assert.Equal(rule, refusal.ConstraintName);
    }

    [Fact]
    public async Task What_the_old_program_did_goes_on()
    {
        await using var database = await WithRows();

        // Bounced; soft deleted, so that the address is free again; the first of the list becomes the second.
        await database.Execute($$"""
            insert into user_notification_channels (user_id, channel_type, channel_value, email_bounced, bounced_at, bounce_type, preferences)
            values ('{{Ann}}', 'email', 'ann@example.org', true, now(), 'hard', '{"notify_on_daily_briefing": true}');
            insert into user_ticker_follows (user_id, ticker, "order", price_change_threshold, custom_alerts) values ('{{Ann}}', 'TSLA', 1, 2.5, '{}');
            begin;
            update user_ticker_follows set "order" = 1 where ticker = 'AAPL';
            update user_ticker_follows set "order" = 0 where ticker = 'TSLA';
            commit;
            update users set is_deleted = true, is_active = false, deleted_at = now(), auth_provider = null, auth_provider_id = null where id = '{{Ann}}';
            insert into users (email) values ('Ann@example.org');
            """);

        Assert.Equal(["TSLA|0", "AAPL|1"], await database.Rows("""select ticker, "order" from user_ticker_follows order by "order" """));
    }

    [Fact]
    public async Task Lines_that_shared_a_place_get_one_each_and_Down_gives_it_back()
    {
        await using var database = await Migrated.EmptyAt("ImportTimetable");
        await database.Execute(Rows + $"""
            insert into user_ticker_follows (user_id, ticker, created_at) values ('{Ann}', 'TSLA', '2020-01-01Z');
            insert into user_ticker_follows (user_id, ticker, "order") values ('{Bob}', 'TSLA', 7);
            """);
        var before = await DatabaseDump.Of(database);

        await database.To("MarketRules");
        Assert.Equal(
            [$"{Ann}|TSLA|0", $"{Ann}|AAPL|1", $"{Bob}|TSLA|7"],
            await database.Rows("""select user_id, ticker, "order" from user_ticker_follows order by user_id, "order" """));
        var after = await DatabaseDump.Of(database);

        await database.To("ImportTimetable");
        Assert.Equal(before, await DatabaseDump.Of(database));

        await database.To("MarketRules");
        Assert.Equal(after, await DatabaseDump.Of(database));
    }

    static async Task<TestDatabase> WithRows()
    {
        var database = await Migrated.EmptyAt("MarketRules");
        await database.Execute(Rows);

        return database;
    }
}
