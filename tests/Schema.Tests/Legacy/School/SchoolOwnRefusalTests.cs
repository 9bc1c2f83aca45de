using Schema.Import;

namespace Schema.Tests.Legacy.School;

/// <summary>Decisions about a school's code or address that cannot be, or that come too late.</summary>
public sealed class SchoolOwnRefusalTests : IDisposable
{
    const string Schools = """
        insert into "School" ("id", "schoolName", "email", "phone", "schoolCode", "schoolLevel", "CreatedAt", "password") values
            ('s1', 'Alpha', 'office@x.example', '0711000001', 'ALP', 'primary', '2022-01-01', ''),
            ('s2', 'Beta', 'OFFICE@x.example', '0711000002', 'ALP ', 'primary', '2022-01-02', ''),
            ('s3', 'Gamma', 'gamma@x.example', '0711000003', 'GAM', 'primary', '2022-01-03', ''),
            ('s4', 'Delta', 'Office@x.example', '0711000004', ' ALP', 'primary', '2022-01-04', '');
        insert into "Teacher" ("id", "firstName", "lastName", "phoneNumber", "email", "schoolId") values
            ('t1', 'Ann', 'A', '0712000001', 'ann@x.example', 's2');
        """;

    const string OneIsHere = """
        insert into schools (id, name, code, email, level_id, curriculum_id)
        select '00000000-0000-0000-0000-0000000000aa', 'Here already', 'HERE', 'here@x.example', id, curriculum_id from class_levels limit 1
        """;

    readonly EditedConflicts conflicts = new();

    public void Dispose() => conflicts.Dispose();

    [Theory]
    [InlineData("school,s2,code", "suffix,,GAM", "decision {0} on line 2 names the target 'GAM', which school s3 has in V1")]
    [InlineData("school,s2,code", "suffix,,ALP", "decision {0} on line 2 names the target 'ALP', which school s1 has in V1")]
    [InlineData("school,s2,code", "suffix,,HERE", "decision {0} on line 2 names the target 'HERE', which a school here has: Here already")]
    [InlineData("school,s2,email", "suffix,,GAMMA@x.example", "decision {0} on line 4 names the target 'GAMMA@x.example', which school s3 has in V1")]
    [InlineData("school,s2,email", "suffix,,Ann@x.example", "decision {0} on line 4 names the target 'Ann@x.example', which teacher t1 has in V1")]
    [InlineData("school,s2,email", "suffix,,Here@x.example", "decision {0} on line 4 names the target 'Here@x.example', which a school here has: Here already")]
    public async Task A_target_that_is_taken_is_refused_before_anything_is_written(string whose, string decision, string said)
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(Schools);
        await target.Execute(OneIsHere);
        await conflicts.OfCheck(Schools, OneIsHere);
        await conflicts.Decide((whose, decision));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));

        var key = File.ReadLines(conflicts.File).Single(line => line.Contains($",{whose},", StringComparison.Ordinal)).Split(',')[0];
        Assert.Equal((ExitCode.Usage, $"SchoolImport, step the decisions are possible:\n  {string.Format(said, key)}"), (refused.Exit, refused.Message));
        Assert.Equal(["1"], await target.Rows("select count(*) from schools"));
    }

    [Fact]
    public async Task Two_schools_keep_the_same_or_get_the_same()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(Schools);
        await conflicts.OfCheck(Schools);
        await conflicts.Decide(
            ("school,s2,code", "keep"), ("school,s4,code", "keep"), ("school,s2,email", "suffix,,new@x.example"), ("school,s4,email", "suffix,,NEW@x.example"));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => target.Check(v1.ConnectionString, conflicts.Chosen));

        Assert.Equal(
            [
                "on line 2 lets a second school keep the same", "on line 3 lets a second school keep the same",
                "on line 4 names the target 'new@x.example', which line 5 names too", "on line 5 names the target 'NEW@x.example', which line 4 names too",
            ],
            refused.Message.Split('\n').Skip(1).Select(line => line[line.IndexOf("on line", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task What_a_school_here_has_is_not_given_away_and_the_file_says_who_has_it()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(Schools);
        await target.Execute(OneIsHere);
        await v1.Execute("""update "School" set "schoolCode" = 'HERE' where "id" = 's3'""");
        await target.Check(v1.ConnectionString, conflicts.Chosen);
        Assert.Contains("school,s3,code,HERE,here:00000000-0000-0000-0000-0000000000aa,code_s3,suffix,", conflicts.Lines);

        await conflicts.Decide(("school,s3,code", "keep"));
        var refused = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.Contains("gives away what somebody here has already; take the import back first", refused.Message);

        await conflicts.Decide(("school,s3,code", "suffix,,GAMMA"));
        await target.Bring(v1.ConnectionString, conflicts.Chosen);
        Assert.Null(await target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.Equal(["GAMMA|Gamma", "HERE|Here already"], await target.Rows("select code, name from schools where code in ('GAMMA', 'HERE') order by 1"));
    }

    [Fact]
    public async Task Another_decision_after_the_school_came_is_told_and_changes_nothing()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(Schools);
        await conflicts.OfCheck(Schools);
        await target.Bring(v1.ConnectionString, conflicts.Chosen);
        var brought = await target.Rows("select code, email from schools order by name");
        await conflicts.Decide(("school,s2,code", "suffix,,BETA"), ("school,s2,email", "drop"), ("school,s4,code", "suffix"));

        var again = await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            [
                "school s2, field code, decision suffix, target BETA", "school s2, field email, decision drop, target NULL",
            ],
            again!.Conflicts.Where(conflict => conflict.Name.StartsWith("came otherwise", StringComparison.Ordinal)).Select(conflict => conflict.Row));
        Assert.Equal(brought, await target.Rows("select code, email from schools order by name"));
    }

    [Fact]
    public async Task A_line_that_was_made_to_be_about_somebody_else_is_about_no_conflict()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(Schools);
        await conflicts.OfCheck(Schools);
        await File.WriteAllTextAsync(conflicts.File, (await File.ReadAllTextAsync(conflicts.File)).Replace(",school,s2,code,ALP,school:s1,code_s2,suffix,", ",parent,s2,email,ALP,school:s1,code_s2,merge,"));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.EndsWith("on line 2 is about no conflict, or about one that is another now", refused.Message);
    }
}
