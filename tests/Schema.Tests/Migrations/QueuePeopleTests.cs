namespace Schema.Tests.Migrations;

public class QueuePeopleTests
{
    const string Ann = "3d4e4e73-178d-852e-b75d-2a23d5389ef5";

    const string ByAccount = """
        from users u join user_external_ids e on e.user_id = u.id and e.system = 'qstack' and e.entity = 'user'
        """;

    [Fact]
    public async Task Accounts_of_one_address_are_one_person_and_every_other_account_is_one()
    {
        await using var database = await Migrated.At("QueuePeople");

        Assert.Equal(
            [
                $"1|{Ann}|Ann|∅|Lee|Ann@Example.org",
                $"2|{NamedId.Of("qstack", "user", "2")}|Bob|∅|∅|bob@example.org",
                $"3|{NamedId.Of("qstack", "user", "3")}|Carla|∅|de la Cruz|∅",
                $"4|{Ann}|Ann|∅|Lee|Ann@Example.org",
                $"5|{NamedId.Of("qstack", "user", "5")}|Dora|∅|∅|∅",
                $"6|{NamedId.Of("qstack", "user", "6")}|∅|∅|∅|∅",
                $"7|{NamedId.Of("qstack", "user", "7")}|∅|∅|∅|∅",
                $"8|{NamedId.Of("qstack", "user", "8")}|Émile|∅|Zola|∅",
                $"9|{Ann}|Ann|∅|Lee|Ann@Example.org",
            ],
            await database.Rows($"select external_id, u.id, first_name, middle_name, last_name, email {ByAccount} order by external_id::integer"));
    }

    [Fact]
    public async Task Ratings_and_reviews_are_joined_and_the_newest_account_says_where_to_find_a_person()
    {
        await using var database = await Migrated.At("QueuePeople");

        Assert.Equal(
            [
                """1|virtual|https://z/ann|ann#9|5|{4.5,NULL,5.0,NULL}|{"said \"yes\", it's","NULL",NULL,"back\\slash, {brace}",newest}|4""",
                "2|virtual|https://z/bob||0|{}|{}|1",
                "3|in person|||0|{}|{}|∅",
                "5|table 5|||0|{}|{}|∅",
                """6|in person|||0|{}|{""}|∅""",
                "7|in person|||1|{1.0,2.0}|{}|∅",
                "8|in person|||0|{}|{}|∅",
            ],
            await database.Rows($"""
                select min(external_id::integer), location, zoom_link, discord, resolved_tickets, ratings, reviews, current_ticket_id
                {ByAccount} join queue_members m on m.user_id = u.id
                group by u.id, m.user_id order by 1
                """));
    }

    [Fact]
    public async Task The_highest_role_counts_and_an_unknown_one_is_kept()
    {
        await using var database = await Migrated.At("QueuePeople");

        Assert.Equal(
            ["1|admin|global|", "1|helper|global|", "2|mentor|global|", "3|judge|global|", "5|hacker|global|", "6|hacker|global|", "8|Admin|global|"],
            await database.Rows($"""
                select min(external_id::integer), r.name, held.scope_type, held.scope_key
                {ByAccount} join user_roles held on held.user_id = u.id join roles r on r.id = held.role_id
                group by u.id, r.name, held.scope_type, held.scope_key order by 1, 2
                """));
    }
}
