using Schema.Import;

namespace Schema.Tests.Legacy.School;

public sealed class SchoolConflictRunTests : IDisposable
{
    readonly EditedConflicts conflicts = new();

    /// <summary>V1 wants another spelling of her number in each school, and lets an e-mail be empty.</summary>
    const string MumOfTwoSchools = """
        insert into "Parent" ("id", "firstName", "phoneNumber", "schoolId", "email", "password") values
            ('p7', 'Mum', '0713 000 001', 's1', null, null),
            ('p8', 'Mum', '0713-000-001', 's2', 'mum@x.example', '$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234'),
            ('p9', 'Mum', '+254713000001', 's3', 'old@x.example', null);
        """;

    public void Dispose() => conflicts.Dispose();

    [Fact]
    public async Task A_check_writes_the_conflicts_and_what_would_be_decided()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();

        await target.Check(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            [
                "teacher,t2,email,ANN@x.example,teacher:t1,ANN+teacher2@x.example,suffix,",
                "parent,p1,email,ann@X.example,teacher:t1,ann+parent1@X.example,suffix,",
                "parent,p3,email,ann@x.example,teacher:t1,,drop,",
                "teacher,t2,phone,+254712345678,teacher:t1,,drop,",
                "parent,p1,phone,+254712345678,teacher:t1,,drop,",
                "school,s3,email,upendo@example.org,school:s1,upendo+schools3@example.org,suffix,",
            ],
            conflicts.Lines);
        Assert.Equal(["0"], await target.Rows("select count(*) from users"));
    }

    [Fact]
    public async Task Two_who_are_one_become_one_user_with_both_roles_and_both_ids_and_one_who_keeps_makes_the_other_give_way()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await conflicts.OfCheck(V1.Awkward);
        await conflicts.Decide(("parent,p1,email", "merge"), ("parent,p1,phone", "merge"), ("teacher,t2,email", "keep"), ("teacher,t2,phone", "keep"));

        await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            [
                "parent:p1 teacher:t1|ann+teacher2@x.example|∅|0712 345 678|parent teacher",
                "teacher:t2|ANN@x.example|+254712345678|∅|teacher",
            ],
            await target.Rows("""
                select ids, email, phone, phone_raw, (select string_agg(r.name, ' ' order by r.name) from user_roles l join roles r on r.id = l.role_id where l.user_id = u.id)
                from users u cross join lateral (select string_agg(entity || ':' || external_id, ' ' order by entity) as ids from user_external_ids e where e.user_id = u.id) e
                where ids like '%teacher:t1%' or ids like '%teacher:t2%' order by 1
                """));
        Assert.Equal(["2"], await target.Rows("select count(*) from student_parents l join parents t on t.id = parent_id join teachers h on h.user_id = t.user_id"));
        Assert.Null(await target.Bring(v1.ConnectionString, conflicts.Chosen));

        await conflicts.Decide(("teacher,t2,email", "drop"));
        var again = await target.Bring(v1.ConnectionString, conflicts.Chosen);
        Assert.Contains(
            new("came otherwise than it is decided now; for that: import undo, then run again", "person teacher t2, field email, decision drop"),
            again!.Conflicts);
    }

    [Fact]
    public async Task Two_parents_of_one_school_who_are_one_are_one_parent_of_all_their_children()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await v1.Execute("""
            insert into "Parent" ("id", "firstName", "phoneNumber", "schoolId") values ('p6', 'Baba Ann', '0712-345-678', 's1');
            update "Student" set "parentId" = 'p6' where "id" = 'c2';
            """);
        await target.Check(v1.ConnectionString, conflicts.Chosen);
        await conflicts.Decide(("parent,p6,phone", "merge,,parent:p1"));

        var report = await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal((6, 5, 1), report!.Steps.Where(step => step.Name == "parents").Select(step => ((int)step.Read, (int)step.Written, (int)step.Merged)).Single());
        Assert.Equal(
            ["001 002|p1 p6"],
            await target.Rows("""
                select string_agg(distinct s.admission_number, ' '), (select string_agg(external_id, ' ' order by external_id) from user_external_ids e where e.user_id = t.user_id)
                from student_parents l join students s on s.id = student_id join parents t on t.id = parent_id
                group by t.id, t.user_id having count(*) > 1
                """));
    }

    [Fact]
    public async Task Who_joins_somebody_brings_what_that_one_never_had_and_what_is_not_brought_is_said()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await v1.Execute(MumOfTwoSchools);
        await conflicts.OfCheck(V1.Awkward + MumOfTwoSchools);
        await conflicts.Decide(("parent,p8,phone", "merge"), ("parent,p9,phone", "merge,,parent:p7"));

        var report = await target.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(
            ["p7 p8 p9|Mum|mum@x.example|f|+254713000001|bcrypt|t"],
            await target.Rows("""
                select string_agg(external_id, ' ' order by external_id), u.first_name, u.email, u.email_generated, u.phone, password_algorithm, password_must_change
                from users u join user_external_ids e on e.user_id = u.id where external_id in ('p7', 'p8', 'p9') group by u.id
                """));
        Assert.Equal(
            ["person parent p9, email old@x.example, telephone NULL"],
            report!.Conflicts.Where(conflict => conflict.Name.Contains("these are not brought")).Select(conflict => conflict.Row));
        Assert.DoesNotContain(report.Conflicts, conflict => conflict.Row.Contains("parent p8, value"));
    }

    [Fact]
    public async Task Parts_with_decisions_make_the_same_database_as_one_run()
    {
        await using var whole = await SchoolRuns.Ready();
        await using var parts = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await v1.Execute(MumOfTwoSchools);
        await conflicts.OfCheck(V1.Awkward + MumOfTwoSchools);
        await conflicts.Decide(("teacher,t2,email", "keep"), ("parent,p3,email", "suffix"), ("parent,p1,phone", "keep"), ("parent,p8,phone", "merge"));
        await whole.Bring(v1.ConnectionString, conflicts.Chosen);

        await parts.Bring(v1.ConnectionString, conflicts.Chosen, ("entities", "schools"), ("filter", "parents: id = 'p7'"));
        await parts.Bring(v1.ConnectionString, conflicts.Chosen, ("filter", "parents: id = 'p7'"), ("entities", "parents"));
        await parts.Bring(v1.ConnectionString, conflicts.Chosen, ("entities", "schools,parents"));
        await parts.Bring(v1.ConnectionString, conflicts.Chosen, ("filter", "teachers: id = 't2'"));
        await parts.Bring(v1.ConnectionString, conflicts.Chosen);

        Assert.Equal(await whole.Content(), await parts.Content());
    }

    [Theory]
    [InlineData("parent,p1,email", "split", "line 3: the decision is 'split', one of keep, suffix, merge, drop is expected.")]
    [InlineData("parent,p1,phone", "merge,,parent:nobody", "names a target that is nobody")]
    [InlineData("parent,p1,phone", "merge,,parent:p1", "merges somebody with himself")]
    [InlineData("parent,p1,phone", "merge,,teacher:t3", "merges somebody with a person who is deleted")]
    public async Task A_decision_that_cannot_be_is_refused_before_anything_is_written(string who, string word, string said)
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await conflicts.OfCheck(V1.Awkward);
        await conflicts.Decide((who, word));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.Contains(said, refused.Message);
        Assert.Equal(["0"], await target.Rows("select count(*) from schools"));
    }

    [Fact]
    public async Task Two_who_both_keep_a_decision_on_nothing_and_a_missing_file_are_refused()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        var missing = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.Contains($"There is no file {conflicts.File}", missing.Message);

        await conflicts.OfCheck(V1.Awkward);
        await conflicts.Decide(("teacher,t2,email", "keep"), ("parent,p1,email", "keep"));
        var both = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.Contains("lets a second person keep the same", both.Message);

        await conflicts.Decide(("teacher,t2,email", "suffix"), ("parent,p1,phone", "merge"));
        var keepsNothing = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.Contains("lets somebody keep something whom another line merges", keepsNothing.Message);

        await v1.Execute("""update "Teacher" set "email" = 'other@x.example' where "id" = 't2'""");
        await conflicts.Decide(("parent,p1,email", "suffix"), ("parent,p1,phone", "drop"));
        var stale = await Assert.ThrowsAsync<SchemaException>(() => target.Bring(v1.ConnectionString, conflicts.Chosen));
        Assert.Equal(ExitCode.Usage, stale.Exit);
        Assert.Contains("is about no conflict, or about one that is another now", stale.Message);
    }
}
