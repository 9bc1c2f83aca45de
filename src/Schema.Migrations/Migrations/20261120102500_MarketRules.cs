using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>Rules of the market that its program kept in code alone, or not at all.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120102500_MarketRules")]
public sealed class MarketRules : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("lock table user_notification_channels, user_profiles, user_ticker_follows in access exclusive mode;");
        migrationBuilder.AddCheckConstraint(
            "user_profiles_preferences_check", "user_profiles", "jsonb_typeof(preferences) in ('object', 'null')");
        migrationBuilder.AddCheckConstraint(
            "user_notification_channels_preferences_check", "user_notification_channels", "jsonb_typeof(preferences) in ('object', 'null')");
        migrationBuilder.AddCheckConstraint(
            "user_notification_channels_bounce_check", "user_notification_channels",
            "email_bounced = (bounced_at is not null) and (email_bounced or bounce_type is null) and (channel_type = 'email' or not email_bounced)");
        migrationBuilder.AddCheckConstraint(
            "user_ticker_follows_custom_alerts_check", "user_ticker_follows", "jsonb_typeof(custom_alerts) in ('object', 'null')");

        // NaN is greater than zero.
        migrationBuilder.DropCheckConstraint("user_ticker_follows_price_change_threshold_check", "user_ticker_follows");
        migrationBuilder.AddCheckConstraint(
            "user_ticker_follows_price_change_threshold_check", "user_ticker_follows",
            "price_change_threshold > 0 and price_change_threshold < 'infinity'");
        OnePlaceEach(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("lock table user_notification_channels, user_profiles, user_ticker_follows in access exclusive mode;");
        SharedPlaces(migrationBuilder);
        migrationBuilder.DropCheckConstraint("user_ticker_follows_price_change_threshold_check", "user_ticker_follows");
        migrationBuilder.AddCheckConstraint(
            "user_ticker_follows_price_change_threshold_check", "user_ticker_follows", "price_change_threshold > 0");
        migrationBuilder.DropCheckConstraint("user_ticker_follows_custom_alerts_check", "user_ticker_follows");
        migrationBuilder.DropCheckConstraint("user_notification_channels_bounce_check", "user_notification_channels");
        migrationBuilder.DropCheckConstraint("user_notification_channels_preferences_check", "user_notification_channels");
        migrationBuilder.DropCheckConstraint("user_profiles_preferences_check", "user_profiles");
    }

    // Deferred, because whoever moves a line up moves others down, in as many statements as there are lines.
    static void OnePlaceEach(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            with placed as (
                select id, "order", row_number() over (partition by user_id order by "order", created_at, id) - 1 as place
                from user_ticker_follows
                where user_id in (select user_id from user_ticker_follows group by user_id, "order" having count(*) > 1)
            ), remembered as (
                insert into ledger.remembered (subject, key, value)
                select 'market_rules.order', id::text, jsonb_build_object('was', "order", 'became', place)
                from placed where place <> "order"
                on conflict (subject, key) do update set value = excluded.value
            )
            update user_ticker_follows f set "order" = p.place
            from placed p where p.id = f.id and p.place <> f."order";

            drop index user_ticker_follows_user_id_order_idx;
            alter table user_ticker_follows
                add constraint user_ticker_follows_user_id_order_key unique (user_id, "order") deferrable initially deferred;
            """);

    static void SharedPlaces(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            set constraints all immediate;
            alter table user_ticker_follows drop constraint user_ticker_follows_user_id_order_key;
            create index user_ticker_follows_user_id_order_idx on user_ticker_follows (user_id, "order");

            with taken as (
                delete from ledger.remembered where subject = 'market_rules.order' returning key, value
            )
            update user_ticker_follows f set "order" = (t.value ->> 'was')::integer
            from taken t where f.id::text = t.key and f."order" = (t.value ->> 'became')::integer;
            """);
}
