namespace Schema.Tests.Legacy.Plume;

public class PlumeImportTests
{
    const string Ann = "3d4e4e73-178d-852e-b75d-2a23d5389ef5";

    const string ExistingPeople = """
        select 'user ' || u::text from users u where u.id in (select user_id from user_external_ids where system = 'qstack')
        union all select 'member ' || m::text from queue_members m where m.user_id in (select user_id from user_external_ids where system = 'qstack')
        union all select 'role ' || r::text from user_roles r where r.user_id in (select user_id from user_external_ids where system = 'qstack')
        union all select 'ticket ' || t::text from tickets t
        union all select 'chatroom ' || c::text from chatrooms c
        order by 1
        """;

    [Fact]
    public async Task Everybody_becomes_a_person_or_joins_the_one_from_the_old_queue()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();

        await queue.Up(plume);

        Assert.Equal(
            [
                " lead|new||Lead|∅",
                "\"quoted\", {x}|new|{\"a\"}|tab\tand\nline|\"quoted\"@example.org",
                "1|new|One|None|∅",
                "None|new|None|None|∅",
                "Z-cy|new|Cy|Z|cy@example.org",
                "a-cy|new|Cy|a|∅",
                "back\\slash|new|\\|\\N|back\\slash@example.org",
                "e\u0301|new|Émile|Zola|Émile@example.org",
                "lead|new|∅|∅|∅",
                "lead |new|Lead||∅",
                "o'brien|new|O'Brien|\"Bobby\"; drop table \"user\"; --|o'brien@example.org",
                "pr-ann-1|old|Ann|Lee|Ann@Example.org",
                "pr-ann-2|new|Ann|Lee-Miller|∅",
                "pr-bob|old|Bob|∅|bob@example.org",
                "\u00e9|new|Émile|Zola|émile@example.org",
                "é-cy|new|Cy|é|∅",
                "🎓|new|🎓||🎓@example.org",
            ],
            await queue.Registrations());
    }

    [Fact]
    public async Task Ids_are_computed_from_the_registrations_own_and_from_nothing_else()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();

        await queue.Up(plume);

        Assert.Equal(
            ["1|6f9fb234-df94-84c7-a4da-a85195577387", "lead|a910fb99-19ca-8f6b-a534-9dad86717fd9", "lead |193b9c40-d68c-8972-9191-bc49a2522c3c"],
            await queue.Rows("""select external_id, user_id from user_external_ids where system = 'plume' and external_id in ('1', 'lead', 'lead ') order by external_id collate "C" """));
        Assert.Equal(["Ann"], await queue.Rows("select first_name from users join user_external_ids on user_id = id where (system, external_id) = ('qstack', '1')"));
    }

    [Fact]
    public async Task Newcomers_are_hackers_with_an_empty_place_in_the_queue()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();

        await queue.Up(plume);

        Assert.Equal(
            ["15|hacker|global||in person|||0|{}|{}|∅"],
            await queue.Rows("""
                select count(*), r.name, scope_type, scope_key, location, zoom_link, discord, resolved_tickets, ratings, reviews, current_ticket_id
                from user_external_ids e
                join users u on u.id = e.user_id
                join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
                join queue_members m on m.user_id = u.id
                where e.system = 'plume' and not exists (select from user_external_ids q where q.user_id = u.id and q.system = 'qstack')
                group by 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
                """));
        Assert.Equal(
            ["pr-ann-1|f", "pr-bob|f"],
            await queue.Rows("""
                select p.external_id, bool_or(r.name = 'hacker')
                from user_external_ids p join user_roles using (user_id) join roles r on r.id = role_id
                where p.system = 'plume' and exists (select from user_external_ids q where q.user_id = p.user_id and q.system = 'qstack')
                group by 1 order by 1
                """));
    }

    [Fact]
    public async Task Existing_people_and_every_ticket_stay_as_they_are()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Rows(ExistingPeople);

        await queue.Up(plume);

        Assert.Equal(before, await queue.Rows(ExistingPeople));
        Assert.Contains(before, line => line.StartsWith("ticket ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_step_adds_up_and_every_shared_address_is_listed()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();

        var report = await queue.Up(plume);

        Assert.Equal(
            [
                "plume_person 17 = 17 + 0 + 0 + 0", "who each of them becomes 0 = 0 + 0 + 0 + 0", "people 17 = 15 + 0 + 2 + 0",
                "ids 17 = 17 + 0 + 0 + 0", "roles 17 = 15 + 2 + 0 + 0", "queue 17 = 15 + 2 + 0 + 0",
            ],
            report.Steps.Select(step => $"{step.Name} {step.Read} = {step.Written} + {step.Kept} + {step.Merged} + {step.Rejected}"));
        Assert.Equal(
            [
                new("goes without its e-mail, which a person here has", $"registration pr-ann-2, held_by {Ann}"),
                new("goes without its e-mail, which another registration has", "registration a-cy, held_by Z-cy"),
                new("goes without its e-mail, which another registration has", "registration é-cy, held_by Z-cy"),
                new("goes without its e-mail, which is no address", "registration 1"),
                new("goes without its e-mail, which is no address", "registration None"),
            ],
            report.Conflicts);
        Assert.Equal([Ann], await queue.Rows("select user_id from user_external_ids where (system, external_id) = ('qstack', '1')"));
    }

    [Fact]
    public async Task The_order_of_the_source_decides_nothing()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var other = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await using var reversed = await PlumeSource.Nasty();
        await reversed.Execute("""
            create table other as select * from "user" order by id collate "C" desc;
            truncate "user";
            insert into "user" select * from other;
            """);

        await queue.Up(plume);
        await other.Up(reversed);

        Assert.Equal(await queue.Registrations(), await other.Registrations());
    }

    [Fact]
    public async Task A_missing_column_that_nobody_reads_is_not_missed()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await plume.Execute("""alter table "user" drop column application_complete""");

        Assert.Equal(17, (await queue.Up(plume)).Steps[0].Read);
    }
}
