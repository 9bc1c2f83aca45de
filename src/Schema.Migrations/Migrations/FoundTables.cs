using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>Refusals for tables that are here already; without them a person would read "relation already exists".</summary>
static class FoundTables
{
    /// <summary>A market database has a table of the same name with quite other people in it.</summary>
    public static void RefuseMarketUsers(this MigrationBuilder migration) =>
        migration.Sql("""
            do $refuse$
            begin
                if exists (
                    select from pg_attribute
                    where attrelid = to_regclass('public.users') and attname = 'id' and atttypid = 'bigint'::regtype
                ) then
                    raise exception 'The table users has bigint ids: these are the people of a market database, not the help queue''s. '
                        'Nothing was changed. Use a database of its own for this program, or rename that table and its children '
                        '(user_profiles, user_notification_channels, user_ticker_follows) first, for example: '
                        'alter table users rename to market_users.';
                end if;
            end $refuse$;
            """);

    public static void RefuseFound(this MigrationBuilder migration, string table, string baseline) =>
        migration.Sql($"""
            do $refuse$
            begin
                if to_regclass('public.{table}') is not null then
                    raise exception 'The table {table} is here already, and no history says who made it. Nothing was changed. '
                        'If it is the one that {baseline} describes, adopt it: schema stamp {baseline}';
                end if;
            end $refuse$;
            """);
}
