using Schema.Import;

namespace Schema.Tests.Legacy.School;

public class SchoolIntegrityTests
{
    const string Broken = """
        update "School" set "schoolName" = ' ' where "id" = 's2';
        update "Teacher" set "schoolId" = 'nowhere' where "id" = 't1';
        update "SchoolStaff" set "schoolId" = null;
        update "Student" set "parentId" = 'p4' where "id" = 'c1';
        update "Student" set "parentId" = 'p9' where "id" = 'c2';
        """;

    [Fact]
    public async Task What_belongs_nowhere_is_listed_and_stops_the_run_whatever_may_be_rejected()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await v1.Execute(Broken);

        var refused = await Assert.ThrowsAnyAsync<SchemaException>(() => target.Bring(v1.ConnectionString, ("skip-validation", "true")));

        Assert.Equal(ExitCode.DataRefused, refused.Exit);
        Assert.Equal(
            """
            SchoolImport, step V1 is whole:
              school s2 has no name
              staff f1 has no school
              student c1 is of the parent p4, who is deleted
              student c2 is of the parent p9, who is not there
              teacher t1 is of the school nowhere, which is not there
            """,
            refused.Message);
        Assert.Equal(["0"], await target.Rows("select count(*) from users"));
    }

    [Fact]
    public async Task A_check_lists_it_too_and_goes_on()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await v1.Execute(Broken);

        var report = await target.Check(v1.ConnectionString);

        Assert.Equal(5, report.Rejected);
        Assert.Contains(report.Conflicts, conflict => conflict.Name.StartsWith("has an e-mail of another", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_school_of_no_level_is_rejected_with_its_people_where_that_many_rejects_are_allowed()
    {
        await using var target = await SchoolRuns.Empty();
        await using var v1 = await V1.Nasty();
        await v1.Execute("""update "School" set "schoolLevel" = 'university' where "id" = 's3'""");

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => target.Up(v1.ConnectionString));
        Assert.Contains("school s3 has the level 'university', which is none that is known here", refused.ToString());

        var report = await target.Up(v1.ConnectionString, options => options with { Imports = options.Imports with { MaxRejects = RejectBudget.Parse("2") } });
        Assert.Equal(
            ["school s3", "parent p5"], report.Steps.SelectMany(step => step.Rejects).Select(reject => $"{reject.Entity} {reject.Key}"));
        Assert.Equal(["2"], await target.Rows("select count(*) from schools"));
    }

    [Fact]
    public async Task Warnings_can_be_left_out_and_decisions_cannot()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();

        var report = await target.Bring(v1.ConnectionString, ("skip-validation", "true"));

        Assert.DoesNotContain(report!.Conflicts, conflict => conflict.Name.Contains("repaired"));
        Assert.Contains(report.Conflicts, conflict => conflict.Name.Contains("gets another one"));
    }

    [Fact]
    public async Task People_without_an_address_get_one_under_a_domain_and_it_says_so()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();

        await target.Bring(v1.ConnectionString, ("email-domain", "People.example.org"));

        Assert.Equal(
            ["bursar.b@people.example.org", "kid.one@people.example.org", "kid.three@people.example.org", "kid.two@people.example.org", "@people.example.org"],
            await target.Rows("""select regexp_replace(email, '\.?[0-9a-f]{12}@', '@') from users where email_generated order by first_name, last_name"""));
    }
}
