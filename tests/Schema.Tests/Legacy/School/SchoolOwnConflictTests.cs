using Schema.Import;
using Schema.Migrations;

namespace Schema.Tests.Legacy.School;

/// <summary>Schools that have each other's code or address: somebody decides, and what was decided is what everything else finds.</summary>
public sealed class SchoolOwnConflictTests : IDisposable
{
    /// <summary>Three schools with one code, spelt so that V1 told them apart; the address of the last has to be repaired first.</summary>
    const string OfOneCode = """
        insert into "School" ("id", "schoolName", "email", "phone", "schoolCode", "schoolLevel", "CreatedAt", "password") values
            ('s1', 'Alpha', 'office@x.example', '0711000001', 'ALP', 'primary', '2022-01-01', ''),
            ('s2', 'Beta', 'OFFICE@x.example', '0711000002', 'ALP ', 'primary', '2022-01-02', 'plain text'),
            ('s3', 'Gamma', 'gamma@x.example', '0711000003', 'code_s4', 'primary', '2022-01-03', ''),
            ('s4', 'Delta', 'office@@x.example', '0711000004', ' ALP', 'primary', '2022-01-04', '');
        insert into "Teacher" ("id", "firstName", "lastName", "phoneNumber", "email", "schoolId") values
            ('t1', 'Ann', 'A', '0712000001', 'ann@x.example', 's2');
        insert into "Parent" ("id", "firstName", "phoneNumber", "schoolId") values ('p1', 'Ben', '0712000002', 's2');
        insert into "Student" ("id", "firstName", "lastName", "studentAdmissionNumber", "schoolId", "parentId") values
            ('c1', 'Kid', 'One', '001', 's2', 'p1');
        """;

    readonly EditedConflicts conflicts = new();

    public void Dispose() => conflicts.Dispose();

    [Fact]
    public async Task A_check_writes_what_schools_have_of_each_other_under_keys_that_stay()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);

        await target.Check(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            [
                "school,s2,code,ALP,school:s1,code_s2,suffix,",
                "school,s4,code,ALP,school:s1,code_s4_2,suffix,",
                "school,s2,email,OFFICE@x.example,school:s1,OFFICE+schools2@x.example,suffix,",
                "school,s4,email,office@x.example,school:s1,,drop,",
            ],
            conflicts.Lines);
        Assert.Equal(
            new SchoolConflict(new("school", "s2"), "code", "ALP", new("school", "s1"), "", ConflictDecision.Drop).DecisionKey,
            File.ReadLines(conflicts.File).ElementAt(1).Split(',')[0]);
    }

    [Fact]
    public async Task A_file_that_nobody_edited_makes_what_no_file_makes()
    {
        await using var target = await SchoolRuns.Ready();
        await using var other = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);
        await conflicts.OfCheck(OfOneCode);

        await target.Bring(v1.ConnectionString, conflicts.Chosen);
        await other.Bring(v1.ConnectionString);

        Assert.Equal(await other.Content(), await target.Content());
        Assert.Equal(
            ["Alpha|ALP|office@x.example", "Beta|code_s2|OFFICE+schools2@x.example", "Delta|code_s4_2|∅", "Gamma|code_s4|gamma@x.example"],
            await Schools(target));
    }

    [Fact]
    public async Task One_keeps_and_the_first_gives_way_one_goes_without_and_one_gets_what_was_chosen()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);
        await conflicts.OfCheck(OfOneCode);
        await conflicts.Decide(
            ("school,s2,code", "keep"), ("school,s2,email", "suffix,,Beta@x.example"), ("school,s4,code", "drop"), ("school,s4,email", "suffix"));

        var report = await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            ["Alpha|code_s1|office@x.example", "Beta|ALP|Beta@x.example", "Delta|∅|office+schools4@x.example", "Gamma|code_s4|gamma@x.example"],
            await Schools(target));
        Assert.Equal(
            [
                "school s1, code code_s1, email office@x.example", "school s2, code ALP, email Beta@x.example",
                "school s4, code NULL, email office+schools4@x.example",
            ],
            report!.Conflicts.Where(conflict => conflict.Name == "has a code or an e-mail of another school").Select(conflict => conflict.Row));
    }

    [Fact]
    public async Task What_was_chosen_for_one_school_is_made_up_for_no_other()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);
        await conflicts.OfCheck(OfOneCode);
        await conflicts.Decide(
            ("school,s2,code", "suffix,,code_s4_2"), ("school,s2,email", "suffix,,Office+schools4@x.example"), ("school,s4,email", "suffix"));

        await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            [
                "Alpha|ALP|office@x.example", "Beta|code_s4_2|Office+schools4@x.example", "Delta|code_s4_3|office+schools4.2@x.example",
                "Gamma|code_s4|gamma@x.example",
            ],
            await Schools(target));
    }

    [Fact]
    public async Task The_people_of_a_school_with_another_code_are_still_its_people()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);
        await conflicts.OfCheck(OfOneCode);
        await conflicts.Decide(("school,s2,code", "suffix,,BETA-1"), ("school,s2,email", "drop"));

        await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            ["parent|BETA-1|∅", "school_admin|BETA-1|OFFICE@x.example", "student|BETA-1|∅", "teacher|BETA-1|ann@x.example"],
            await target.Rows("""
                select r.name, s.code, u.email
                from user_roles l join roles r on r.id = l.role_id join users u on u.id = l.user_id
                join schools s on l.scope_type = 'school' and s.id::text = l.scope_key order by 1
                """));
        Assert.Equal(
            ["BETA-1|BETA-1|BETA-1|BETA-1|BETA-1"],
            await target.Rows("""
                select a.code, b.code, c.code, d.code, e.code
                from student_parents l join students t on t.id = l.student_id join parents p on p.id = l.parent_id
                join school_classes k on k.id = t.school_class_id
                join schools a on a.id = t.school_id join schools b on b.id = p.school_id join schools c on c.id = k.school_id
                cross join school_admins m join schools d on d.id = m.school_id cross join teachers h join schools e on e.id = h.school_id
                """));
    }

    [Fact]
    public async Task A_second_run_has_nothing_to_do_source_and_target_agree_and_undo_takes_it_back()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);
        var before = await target.Rows("select count(*) from users union all select count(*) from schools");
        await conflicts.OfCheck(OfOneCode);
        await conflicts.Decide(("school,s2,code", "suffix,,BETA-1"), ("school,s4,code", "drop"), ("school,s4,email", "keep"));
        await target.Bring(v1.ConnectionString, conflicts.Chosen);
        var brought = await Schools(target);

        Assert.Null(await target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.True((await target.Verify(v1.ConnectionString, conflicts.Chosen)).Agrees);
        Assert.True((await target.Verify(v1.ConnectionString)).Agrees);
        Assert.Equal(brought, await Schools(target));

        await target.Execute("update schools set code = 'ALP4' where name = 'Delta'");
        Assert.False((await target.Verify(v1.ConnectionString, conflicts.Chosen)).Agrees);
        await target.Execute("update schools set code = null where name = 'Delta'");
        await target.Undo();
        Assert.Equal(before, await target.Rows("select count(*) from users union all select count(*) from schools"));
    }

    [Fact]
    public async Task Parts_in_any_order_make_the_schools_of_one_run()
    {
        await using var whole = await SchoolRuns.Ready();
        await using var parts = await SchoolRuns.Ready();
        await using var v1 = await V1.With(OfOneCode);
        await conflicts.OfCheck(OfOneCode);
        await conflicts.Decide(("school,s2,code", "keep"), ("school,s4,code", "suffix,,DEL"), ("school,s4,email", "keep"));
        await whole.Bring(v1.ConnectionString, conflicts.Chosen);

        await parts.Bring(v1.ConnectionString, conflicts.Chosen, ("filter", "schools: id in ('s2', 's4')"), ("entities", "schools,teachers"));
        Assert.Equal(["Beta|ALP|OFFICE+schools2@x.example", "Delta|DEL|office@x.example"], await Schools(parts));
        await parts.Bring(v1.ConnectionString, conflicts.Chosen, ("filter", "schools: id = 's1'"), ("entities", "schools"));
        await parts.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(await whole.Content(), await parts.Content());
    }

    static Task<string[]> Schools(TestDatabase target) => target.Rows("select name, code, email from schools order by name");
}
