using Npgsql;

namespace Schema.Tests.Migrations;

public class MarketTests
{
    const string Rows = """
        insert into users (id) values ('00000000-0000-4000-8000-000000000001'), ('00000000-0000-4000-8000-000000000002');
        insert into user_profiles (user_id, display_name) values ('00000000-0000-4000-8000-000000000001', 'Ann');
        insert into ticker values ('AAPL', 'Apple', '[]', null, 'null', true, null);
        insert into user_notification_channels (user_id, channel_type, channel_value)
        values ('00000000-0000-4000-8000-000000000001', 'email', 'a'), ('00000000-0000-4000-8000-000000000001', 'sms', '1'),
            ('00000000-0000-4000-8000-000000000001', 'sms', '2');
        insert into user_ticker_follows (user_id, ticker) values ('00000000-0000-4000-8000-000000000001', 'AAPL');
        """;

    [Theory]
    [InlineData("user_profiles (user_id, display_name)", "'2', 'ANN'", "user_profiles_display_name_key")]
    [InlineData("user_profiles (user_id, display_name)", "'2', ''", "user_profiles_display_name_check")]
    [InlineData("user_profiles (user_id, preferences)", "'2', '{\"email_cadence\": \"hourly\"}'", "user_profiles_email_cadence_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value)", "'2', 'fax', '1'", "user_notification_channels_channel_type_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value)", "'2', 'sms', ''", "user_notification_channels_channel_value_check")]
    [InlineData("user_notification_channels (user_id, channel_type, channel_value)", "'1', 'email', 'b'", "user_notification_channels_email_key")]
    [InlineData("user_ticker_follows (user_id, ticker)", "'1', 'AAPL'", "user_ticker_follows_user_id_ticker_key")]
    [InlineData("user_ticker_follows (user_id, ticker)", "'2', 'QQQ'", "user_ticker_follows_ticker_fkey")]
    [InlineData("user_ticker_follows (user_id, ticker, price_change_threshold)", "'2', 'AAPL', 0", "user_ticker_follows_price_change_threshold_check")]
    [InlineData("user_ticker_follows (user_id, ticker, \"order\")", "'2', 'AAPL', -1", "user_ticker_follows_order_check")]
    public async Task The_database_keeps_the_rules_of_the_market(string table, string values, string rule)
    {
        await using var database = await Migrated.EmptyAt("ArchiveOldUsers");
        await database.Execute(Rows);
        var row = values.Replace("'1', ", "'00000000-0000-4000-8000-000000000001', ").Replace("'2', ", "'00000000-0000-4000-8000-000000000002', ");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute($"insert into {table} values ({row})"));

        Assert.Equal(rule, refusal.ConstraintName);
    }

    [Fact]
    public async Task A_followed_ticker_is_not_deleted_and_a_deleted_user_follows_none()
    {
        await using var database = await Migrated.EmptyAt("ArchiveOldUsers");
        await database.Execute(Rows);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute("delete from ticker"));
        await database.Execute("delete from users");

        Assert.Equal("user_ticker_follows_ticker_fkey", refusal.ConstraintName);
        Assert.Equal(["0|0|0"], await database.Rows("""
            select (select count(*) from user_ticker_follows), (select count(*) from user_notification_channels), (select count(*) from user_profiles)
            """));
    }

    [Fact]
    public async Task What_belongs_to_a_user_who_is_gone_stays_remembered()
    {
        await using var database = await Migrated.EmptyAt("ArchiveOldUsers");
        await database.Execute(Rows);
        await database.To("RekeyTickets");

        await database.Execute("delete from users where id = '00000000-0000-4000-8000-000000000001'");
        await database.To("ArchiveOldUsers");

        Assert.Equal(["0"], await database.Rows("select count(*) from user_notification_channels"));
        Assert.Equal(
            ["notification_channels.user_notification_channels|3", "ticker_follows.user_ticker_follows|1"],
            await database.Rows("select subject, count(*) from ledger.remembered where subject like '%.%' group by 1 order by 1"));
    }
}
