using Npgsql;

namespace Schema.Tests.Migrations;

public class CentralUsersTests
{
    [Fact]
    public async Task Names_come_out_clean_for_both_tables()
    {
        await using var database = await Migrated.At("CentralUsers");

        Assert.Equal(
            [
                "users|users_auth_provider_auth_provider_id_key", "users|users_email_key", "users|users_pkey",
                "users_old|users_old_pkey", "users_old|users_old_ticket_id_idx",
            ],
            await database.Rows("select tablename, indexname from pg_indexes where tablename ~ '^users' order by 1, 2"));
        Assert.Equal(["users_old_pkey", "users_old_ticket_id_fkey"], await database.Rows("""
            select conname from pg_constraint where conrelid = 'users_old'::regclass and contype <> 'n' order by 1
            """));
        Assert.Equal("public.users_old_id_seq", await database.Scalar<string>("select pg_get_serial_sequence('users_old', 'id')"));
    }

    [Theory]
    [InlineData("QueueBaseline", false)]
    [InlineData("CentralUsers", true)]
    public async Task The_people_of_a_market_database_are_refused_by_name(string step, bool adopted)
    {
        await using var database = adopted ? await Migrated.EmptyAt("MarketBaseline") : await TestDatabase.Empty();
        await database.Execute(adopted
            ? "alter table users alter column id type bigint"
            : "create table users (id bigserial primary key, email varchar(255) not null unique)");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To(step));

        Assert.Equal(
            "The table users has bigint ids: these are the people of a market database, not the help queue's. Nothing was changed. "
            + "Use a database of its own for this program, or rename that table and its children "
            + "(user_profiles, user_notification_channels, user_ticker_follows) first, for example: alter table users rename to market_users.",
            refusal.MessageText);
    }

    [Theory]
    [InlineData("QueueBaseline", "tickets", "create table tickets (id int)")]
    [InlineData("MarketBaseline", "ticker", "create table ticker (symbol text)")]
    public async Task A_table_that_nobody_accounts_for_is_refused_with_the_word_that_adopts_it(string step, string table, string found)
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(Schema.Import.LedgerSchema.Sql + found);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To(step));

        Assert.Equal(
            $"The table {table} is here already, and no history says who made it. Nothing was changed. "
            + $"If it is the one that {step} describes, adopt it: schema stamp {step}",
            refusal.MessageText);
    }

    [Fact]
    public async Task People_who_never_were_in_the_queue_get_an_account_and_come_back_complete()
    {
        await using var database = await Migrated.At("RolesAndPermissions");
        await database.Execute("""
            insert into users (id, email, phone, first_name, last_name, created_at) values
                ('00000000-0000-4000-8000-000000000001', 'Admin@Example.org', '+491', 'Ada', 'Min', '2001-01-01 00:00:00.000001Z'),
                ('00000000-0000-4000-8000-000000000002', null, null, null, null, '2001-01-01 00:00:00Z');
            insert into queue_members (user_id, reviews, current_ticket_id)
            values ('00000000-0000-4000-8000-000000000001', array['NULL', null], 3);
            insert into user_profiles (user_id, display_name, preferences) values ('00000000-0000-4000-8000-000000000001', 'ada', 'null');
            insert into user_external_ids values ('plume', 'user', ' x''y" ', '00000000-0000-4000-8000-000000000002');
            insert into user_roles (user_id, role_id)
            select '00000000-0000-4000-8000-000000000001', id from roles where name in ('admin', 'hacker');
            """);
        var before = await DatabaseDump.Of(database);

        await database.To("MarketBaseline");
        Assert.Equal(
            ["42|Ada Min|Admin@Example.org|admin|{\"NULL\",NULL}|3", "43|||hacker|{}|∅"],
            await database.Rows("select id, name, email, role, reviews, ticket_id from users where id > 9 order by id"));

        await database.To("RolesAndPermissions");
        Assert.Equal(
            ["COPY public.users_old", "SELECT pg_catalog.setval"],
            before.Split("\n\n").Except((await DatabaseDump.Of(database)).Split("\n\n")).Select(part => part.Split('(')[0].Trim()));
        Assert.Equal(
            ["42|true", "43|true"],
            await database.Rows("select key, value ->> 'made' from ledger.remembered where subject = 'qstack.user' order by 1"));
    }

    [Fact]
    public async Task Who_was_deleted_while_the_older_program_ran_stays_deleted()
    {
        await using var database = await Migrated.At("RolesAndPermissions");
        await database.Execute("insert into users (id, email) values ('00000000-0000-4000-8000-000000000001', 'gone@example.org')");
        await database.To("MarketBaseline");

        await database.Execute("delete from users where email = 'gone@example.org'");
        await database.To("QueuePeople");

        Assert.Empty(await database.Rows("select id from users where email = 'gone@example.org'"));
    }

    [Theory]
    [InlineData("email", "'@nobody.org'", "users_email_check")]
    [InlineData("email", "'  '", "users_email_check")]
    [InlineData("email", "' ANN@x.org '", "users_email_key")]
    [InlineData("phone", "'030 123'", "users_phone_check")]
    [InlineData("phone", "'+0301'", "users_phone_check")]
    [InlineData("phone", "E'+49301\\n'", "users_phone_check")]
    [InlineData("phone", "'+1234567890123456'", "users_phone_check")]
    [InlineData("password_hash", "'h'", "users_password_check")]
    [InlineData("auth_provider", "'google'", "users_auth_provider_check")]
    [InlineData("is_active, is_deleted", "false, true", "users_deleted_check")]
    [InlineData("is_deleted, deleted_at", "true, now()", "users_deleted_check")]
    [InlineData("auth_provider, auth_provider_id", "'google', '1'", "users_auth_provider_auth_provider_id_key")]
    public async Task The_database_keeps_the_rules_of_people(string columns, string values, string rule)
    {
        await using var database = await Migrated.EmptyAt("CentralUsers");
        await database.Execute("""
            insert into users (email, auth_provider, auth_provider_id) values ('ann@x.org', 'google', '1'), ('Ä@x.org', 'github', '1');
            insert into users (email, is_active, is_deleted, deleted_at) values ('bob@x.org', false, true, now()), ('BOB@x.org', true, false, null);
            insert into users (email) values ('ä@x.org');
            """);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute($"insert into users ({columns}) values ({values})"));

        Assert.Equal(rule, refusal.ConstraintName);
    }
}
