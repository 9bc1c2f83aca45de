using Schema.Import;
using Schema.Migrations;
using Schema.Tests.Imports;

namespace Schema.Tests.Legacy.Plume;

/// <summary>The import once more, when Plume has gone on: new registrations only, and nobody is changed.</summary>
public class PlumeAgainTests
{
    const string Rows = """
        select 'user ' || u::text from users u
        union all select 'id ' || e::text from user_external_ids e
        union all select 'role ' || r::text from user_roles r
        union all select 'member ' || m::text from queue_members m
        order by 1
        """;

    [Fact]
    public async Task An_unchanged_source_changes_nothing()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);
        var before = await queue.Rows(Rows);

        var report = await Again(queue, plume);

        Assert.Equal(before, await queue.Rows(Rows));
        Assert.Equal(["people 17 kept", "ids 17 kept", "roles 0 kept", "queue 0 kept"], report.Steps.Skip(2).Select(step => $"{step.Name} {step.Kept} kept"));
        Assert.Empty(report.Conflicts);
    }

    [Fact]
    public async Task Who_came_since_is_new_and_takes_nobodys_address()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);
        await plume.Execute("""
            insert into "user" (id, first_name, email) values
                ('A-ann', 'Ann', 'ann@example.org'), ('A-cy', 'Cy', 'cy@example.org'), ('A-dan', 'Dan', 'dan@example.org')
            """);

        var report = await Again(queue, plume);

        Assert.Equal(
            ["A-ann|Ann|∅", "A-cy|Cy|∅", "A-dan|Dan|dan@example.org"],
            await queue.Rows("""select external_id, first_name, email from user_external_ids join users on id = user_id where external_id like 'A-%' order by 1"""));
        Assert.Equal((3, 17), (report.Steps[2].Written, report.Steps[2].Kept));
        Assert.Equal(["registration A-ann", "registration A-cy"], report.Conflicts.Select(conflict => conflict.Row.Split(',')[0]));
    }

    [Fact]
    public async Task What_changed_in_Plume_is_listed_and_left_as_it_is()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);
        var before = await queue.Rows(Rows);
        await plume.Execute("""
            update "user" set first_name = 'Changed' where id in ('lead', 'pr-bob');
            update "user" set email = 'other@example.org' where id in ('o''brien', ' lead', 'a-cy');
            update "user" set email = 'CY@example.org' where id = 'é-cy';
            delete from "user" where id = 'None';
            """);

        var report = await Again(queue, plume);

        Assert.Equal(before, await queue.Rows(Rows));
        Assert.Equal(
            ["registration  lead", "registration a-cy", "registration lead", "registration o'brien"],
            report.Conflicts.Select(conflict => conflict.Row.Split(',')[0]));
        Assert.All(report.Conflicts, conflict => Assert.Equal("came before and differs from Plume now, left as it is", conflict.Name));
    }

    [Fact]
    public async Task A_role_taken_away_here_is_not_given_again()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);
        await queue.Execute("delete from user_roles; delete from queue_members");

        await Again(queue, plume);

        Assert.Equal(["0|0"], await queue.Rows("select (select count(*) from user_roles), (select count(*) from queue_members)"));
    }

    [Fact]
    public async Task Both_runs_are_taken_back_together()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Dump();
        await queue.Up(plume);
        await plume.Execute("""insert into "user" (id) values ('later')""");
        await Again(queue, plume);

        await queue.Down();

        Assert.Equal(before, await queue.Dump());
    }

    [Fact]
    public async Task A_person_who_was_deleted_here_is_found_missing()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);

        Assert.True((await Verify(queue, plume)).Agrees);
        await queue.Execute("""
            with gone as (delete from user_external_ids where external_id = 'lead' returning user_id),
                roles as (delete from user_roles where user_id in (select user_id from gone)),
                members as (delete from queue_members where user_id in (select user_id from gone))
            delete from users where id in (select user_id from gone)
            """);
        var report = await Verify(queue, plume);

        Assert.Equal(
            ["users a910fb99-19ca-8f6b-a534-9dad86717fd9 is missing", "user_external_ids plume, user, lead is missing"],
            report.Steps.SelectMany(step => step.Lines).Take(2));
    }

    [Fact]
    public async Task Who_reads_otherwise_in_Plume_or_here_is_found_to_differ()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);
        const string lead = "a910fb99-19ca-8f6b-a534-9dad86717fd9";

        await plume.Execute("""update "user" set first_name = 'Renamed' where id = 'lead'""");
        await queue.Execute($"update queue_members set discord = 'lead#1' where user_id = '{lead}'");
        var report = await Verify(queue, plume);

        Assert.False(report.Agrees);
        Assert.Equal(
            [$"users {lead} differs from the source", $"queue_members {lead} was changed since"], report.Steps.SelectMany(step => step.Lines));
    }

    static Task<ImportReport> Again(TestDatabase queue, TestDatabase plume) =>
        queue.Run(new PlumeImport(), context => context with { SourceLocation = plume.ConnectionString, Again = true });

    static Task<VerifyReport> Verify(TestDatabase queue, TestDatabase plume) =>
        queue.InTransaction(
            context => context with { SourceLocation = plume.ConnectionString },
            context => ImportVerify.Run(new PlumeImport(), context, CancellationToken.None),
            ends: false);
}
