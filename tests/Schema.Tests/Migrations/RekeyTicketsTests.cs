using Npgsql;

namespace Schema.Tests.Migrations;

public class RekeyTicketsTests
{
    const string Ann = "3d4e4e73-178d-852e-b75d-2a23d5389ef5";

    [Fact]
    public async Task Every_ticket_and_chatroom_belongs_to_the_person_of_its_account()
    {
        await using var database = await Migrated.At("RekeyTickets");

        Assert.Equal(
            [
                $"1|{Ann}|{NamedId.Of("qstack", "user", "2")}",
                $"2|{Ann}|∅",
                "3|∅|∅",
                $"4|{Ann}|{Ann}",
                $"7|{NamedId.Of("qstack", "user", "6")}|{NamedId.Of("qstack", "user", "8")}",
            ],
            await database.Rows("select id, creator_id, claimant_id from tickets order by id"));
        Assert.Equal(
            [$"1|{Ann}|∅", $"2|∅|{Ann}", $"3|{NamedId.Of("qstack", "user", "2")}|{NamedId.Of("qstack", "user", "3")}"],
            await database.Rows("select id, creator_id, claimant_id from chatrooms order by id"));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    public async Task Old_times_are_UTC_whatever_zone_the_session_is_in(string zone)
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Preset("timezone", zone);
        var before = await DatabaseDump.Of(database);

        await database.To("RekeyTickets");
        Assert.Equal(
            [
                "1|2024-10-27 02:30:00.123456|2024-10-27 02:59:59.999999",
                "2|2024-11-03 01:30:00|∅",
                "3|1999-12-31 23:59:59|∅",
                "4|infinity|0044-03-15 00:00:00 BC",
                "7|2024-03-10 02:30:00|∅",
            ],
            await database.Rows("select id, created_at at time zone 'UTC', claimed_at at time zone 'UTC' from tickets order by id"));

        await database.To("QueuePeople");
        Assert.Equal(before, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task Who_never_had_an_account_gets_one_above_every_other_and_the_same_each_time()
    {
        await using var database = await Migrated.At("RekeyTickets");
        await database.Execute(QStack.NewPeople);
        var before = await DatabaseDump.Of(database);

        await database.To("QueuePeople");
        Assert.Equal(
            ["42|Zoë Q. Ray|zoe@example.org|mentor|virtual|https://z/zoe|zoe#1|3|{4.5,NULL}|{NULL,\"NULL\"}|8", "43|||hacker|in person|||0|{}|{}|∅"],
            await database.Rows("select id, name, email, role, location, zoomlink, discord, resolved_tickets, ratings, reviews, ticket_id from users_old where id > 9 order by id"));
        Assert.Equal(["8|42|43", "9|1|42"], await database.Rows("select id, creator_id, claimant_id from tickets where id > 7 order by id"));
        Assert.Equal(["44|f"], await database.Rows("select last_value, is_called from users_old_id_seq"));

        await database.To("RekeyTickets");
        Assert.Equal(
            ["SELECT pg_catalog.setval('public.users_old_id_seq', 41, true);"],
            before.Split("\n\n").Except((await DatabaseDump.Of(database)).Split("\n\n")));

        await database.To("QueuePeople");
        Assert.Equal(["8|42|43", "9|1|42"], await database.Rows("select id, creator_id, claimant_id from tickets where id > 7 order by id"));
    }

    [Fact]
    public async Task A_ticket_that_changed_hands_goes_to_the_oldest_account_of_its_new_owner()
    {
        await using var database = await Migrated.At("RekeyTickets");
        await database.Execute($"update tickets set creator_id = '{NamedId.Of("qstack", "user", "8")}', claimant_id = '{Ann}' where id = 4");

        await database.To("QueuePeople");

        Assert.Equal(
            ["1|1|2", "2|4|∅", "3|∅|∅", "4|8|1", "7|6|8"],
            await database.Rows("select id, creator_id, claimant_id from tickets order by id"));
    }

    [Fact]
    public async Task A_ticket_of_an_account_that_is_no_person_yet_is_a_refusal_that_names_it()
    {
        await using var database = await Migrated.At("QueuePeople");
        await database.Execute("""
            insert into users_old (id, name, email, role, location, zoomlink, discord, reviews)
            values (77, 'late', '', 'hacker', '', '', '', '{}'), (78, 'without a ticket', '', 'hacker', '', '', '', '{}');
            update tickets set claimant_id = 77 where id = 3;
            """);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To("RekeyTickets"));

        Assert.Equal(
            "Tickets or chatrooms belong to accounts that are no person yet: 77. Nothing was changed. "
            + "Go back before QueuePeople and up again: it makes people of them.",
            refusal.MessageText);
    }

    [Theory]
    [InlineData("delete from users where id = '{0}'", "user_external_ids")]
    [InlineData("delete from user_external_ids; delete from user_roles; delete from queue_members; delete from users where id = '{0}'", "tickets")]
    public async Task A_person_with_tickets_or_a_queue_membership_is_not_deleted_by_cascade(string deletion, string neverReached)
    {
        await using var database = await Migrated.At("RekeyTickets");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute(string.Format(null, deletion, Ann)));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refusal.SqlState);
        Assert.NotEqual(0, await database.Scalar<long>($"select count(*) from {neverReached}"));
    }
}
