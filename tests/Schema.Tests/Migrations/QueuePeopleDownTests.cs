using Npgsql;

namespace Schema.Tests.Migrations;

public class QueuePeopleDownTests
{
    const string Ann = "3d4e4e73-178d-852e-b75d-2a23d5389ef5";
    const string Bob = "96201ad4-6e41-8b72-8b08-d9f41f134574";

    /// <summary>All that Bob has since become, and what only the new tables can hold.</summary>
    const string BobMovesOn = $"""
        update users set email = 'robert@example.org', first_name = 'Robert', middle_name = 'B.', last_name = 'Roe', phone = '+4930123456',
            auth_provider = 'google', auth_provider_id = 'g-1', password_hash = 'h', password_algorithm = 'a', created_at = '2020-02-02 02:02:02.123456Z'
        where id = '{Bob}';
        update queue_members set discord = 'bob#2', zoom_link = 'https://z/robert', location = 'in person', resolved_tickets = 8,
            ratings = array[4.0, null], reviews = array['NULL', null, 'a "b"'], current_ticket_id = 2 where user_id = '{Bob}';
        insert into user_profiles (user_id, display_name, preferences) values ('{Bob}', 'bobby', 'null');
        insert into user_external_ids values ('plume', 'user', 'pr-77', '{Bob}');
        delete from user_roles where user_id = '{Bob}';
        insert into user_roles (user_id, role_id, scope_type, scope_key)
        select '{Bob}'::uuid, id, 'global', '' from roles where name in ('admin', 'judge')
        union all select '{Bob}', id, 'school', 's-1' from roles where name = 'mentor';
        """;

    [Fact]
    public async Task What_changed_since_is_written_into_the_only_account()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Execute(BobMovesOn);

        await database.To("RolesAndPermissions");

        Assert.Equal(
            ["""Robert B. Roe|robert@example.org|admin|in person|https://z/robert|bob#2|8|{4.0,NULL}|{"NULL",NULL,"a \"b\""}|2"""],
            await database.Rows("""
                select name, email, role, location, zoomlink, discord, resolved_tickets, ratings, reviews, ticket_id from users_old where id = 2
                """));
    }

    [Fact]
    public async Task Up_brings_back_what_the_account_could_not_hold()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Execute(BobMovesOn);
        await database.Execute($"update users set is_deleted = true, is_active = false, deleted_at = now() where id = '{Ann}'");
        var before = await DatabaseDump.Of(database);

        await database.To("RolesAndPermissions");
        await database.To("QueuePeople");

        // The account holds what the person said, so only the accounts differ.
        var after = await DatabaseDump.Of(database);
        Assert.Equal(["COPY public.users_old"], Different(before, after));
    }

    [Fact]
    public async Task What_the_older_program_wrote_meanwhile_overrules_the_person_field_by_field()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Execute(BobMovesOn);
        await database.To("RolesAndPermissions");

        await database.Execute("update users_old set discord = 'new#3', role = 'hacker', ticket_id = null, name = 'Robert Ray Roe' where id = 2");
        await database.To("QueuePeople");

        Assert.Equal(
            ["Robert|∅|Ray Roe|robert@example.org|+4930123456|g-1|new#3|https://z/robert|8|∅|bobby"],
            await database.Rows($"""
                select first_name, middle_name, last_name, email, phone, auth_provider_id, discord, zoom_link, resolved_tickets, current_ticket_id, display_name
                from users u join queue_members m on m.user_id = u.id join user_profiles p on p.user_id = u.id where u.id = '{Bob}'
                """));
        Assert.Equal(
            ["hacker|global", "judge|global", "mentor|school"],
            await database.Rows($"select name, scope_type from user_roles join roles on id = role_id where user_id = '{Bob}' order by 1"));
    }

    [Fact]
    public async Task A_change_to_a_person_of_several_accounts_is_a_refusal_that_names_it()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Execute($"update queue_members set ratings = ratings || 3.0, discord = 'x' where user_id = '{Ann}'");
        var before = await DatabaseDump.Of(database);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To("RolesAndPermissions"));

        Assert.Equal(
            "People made of several old accounts changed since, and nothing says into which account the change belongs: "
            + $"{Ann} (accounts 1, 4, 9): discord, ratings. Nothing was changed. "
            + "Set these columns back to what the accounts in users_old give, then run Down again.",
            refusal.MessageText);
        Assert.Equal(before, await DatabaseDump.Of(database));
    }

    [Theory]
    [InlineData("2", new[] { "1|1", "4|4", "9|2" })]
    [InlineData("null", new[] { "1|∅", "4|∅", "9|∅" })]
    public async Task The_current_ticket_of_several_accounts_is_carried_by_the_newest(string ticket, string[] accounts)
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Execute($"update queue_members set current_ticket_id = {ticket} where user_id = '{Ann}'");
        var member = await database.Rows($"select * from queue_members where user_id = '{Ann}'");

        await database.To("RolesAndPermissions");
        Assert.Equal(accounts, await database.Rows("select id, ticket_id from users_old where id in (1, 4, 9) order by id"));

        await database.To("QueuePeople");
        Assert.Equal(member, await database.Rows($"select * from queue_members where user_id = '{Ann}'"));
    }

    [Fact]
    public async Task A_person_keeps_the_id_when_the_older_program_changed_the_address()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.To("RolesAndPermissions");

        await database.Execute("""
            update users_old set email = 'someone@else.org' where id = 4;
            update users_old set email = 'dora@example.org' where id = 5;
            insert into users_old (id, name, email, role, location, zoomlink, discord, reviews)
            values (42, 'Bob again', 'BOB@example.org ', 'hacker', '', '', 'bob#42', '{}');
            """);
        await database.To("QueuePeople");

        Assert.Equal(
            [$"4|{Ann}|Ann@Example.org", $"5|{NamedId.Of("qstack", "user", "5")}|dora@example.org", $"42|{Bob}|bob@example.org"],
            await database.Rows("""
                select external_id, id, email from users join user_external_ids on user_id = id
                where external_id in ('4', '5', '42') order by external_id::integer
                """));
        Assert.Equal(["bob#42|https://z/bob"], await database.Rows($"select discord, zoom_link from queue_members where user_id = '{Bob}'"));
    }

    [Fact]
    public async Task Two_people_whose_accounts_share_an_address_now_are_a_refusal_that_names_both()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.To("RolesAndPermissions");
        await database.Execute("update users_old set email = 'Bob@Example.org' where id = 5");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To("QueuePeople"));

        Assert.Equal(
            $"Old accounts of different people have one address now: Bob@Example.org of {NamedId.Of("qstack", "user", "5")} and {Bob}. "
            + "Nothing was changed. Give one of the accounts another address, then run Up again.",
            refusal.MessageText);
    }

    [Fact]
    public async Task A_person_who_was_in_users_before_the_queue_came_is_a_refusal_that_names_both()
    {
        await using var database = await Migrated.At("RolesAndPermissions");
        await database.Execute($"insert into users (id, email) values ('{Bob}', 'BOB@example.org')");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To("QueuePeople"));

        Assert.Equal(
            $"Old accounts have the address of a person who was in users before them: account 2 (bob@example.org) and user {Bob}. "
            + "Nothing was changed. Give one of the two another address, or delete the row in users if nothing needs it.",
            refusal.MessageText);
    }

    [Fact]
    public async Task Other_people_stay_where_they_are()
    {
        await using var database = await Migrated.At("RolesAndPermissions");
        await database.Execute("""
            insert into users (email) values ('other@example.org');
            insert into queue_members (user_id, discord) select id, 'o' from users;
            insert into user_roles (user_id, role_id) select u.id, r.id from users u, roles r;
            """);
        var before = await DatabaseDump.Of(database);

        await database.To("QueuePeople");
        await database.To("RolesAndPermissions");

        Assert.Equal(before, await DatabaseDump.Of(database));
    }

    static string[] Different(string before, string after) =>
        [.. before.Split("\n\n").Except(after.Split("\n\n")).Select(part => part[..part.IndexOf(" (", StringComparison.Ordinal)])];
}
