namespace Schema.Tests.Legacy.Plume;

/// <summary>Who holds an address when Plume comes, and what becomes of the registration that has it too.</summary>
public class PlumeAddressTests
{
    [Fact]
    public async Task A_living_person_who_is_not_from_the_queue_keeps_the_address_and_is_not_joined()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.With("""insert into "user" values ('pr-1', 'Eve', 'New', 'EVE@example.org')""");
        await queue.Execute("insert into users (id, first_name, email) values ('00000000-0000-0000-0000-00000000000e', 'Eve', 'eve@example.org')");

        var report = await queue.Up(plume);

        Assert.Equal(["pr-1|new|Eve|New|∅"], await queue.Registrations());
        Assert.Equal("registration pr-1, held_by 00000000-0000-0000-0000-00000000000e", Assert.Single(report.Conflicts).Row);
    }

    [Fact]
    public async Task The_address_of_a_deleted_person_is_free()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.With("""insert into "user" values ('pr-1', 'Bob', 'Again', 'bob@example.org')""");
        await queue.Execute("update users set is_deleted = true, is_active = false, deleted_at = now() where email = 'bob@example.org'");

        Assert.Empty((await queue.Up(plume)).Conflicts);

        Assert.Equal(["pr-1|new|Bob|Again|bob@example.org"], await queue.Registrations());
    }

    [Fact]
    public async Task Who_joins_a_person_without_role_and_membership_is_given_both()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.With("""insert into "user" values ('pr-1', 'Bob', NULL, 'bob@example.org')""");
        await queue.Execute("""
            delete from user_roles where user_id = (select id from users where email = 'bob@example.org');
            delete from queue_members where user_id = (select id from users where email = 'bob@example.org');
            """);

        await queue.Up(plume);

        Assert.Equal(
            ["hacker|in person"],
            await queue.Rows("""
                select r.name, m.location from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
                join queue_members m on m.user_id = u.id where email = 'bob@example.org'
                """));
    }
}
