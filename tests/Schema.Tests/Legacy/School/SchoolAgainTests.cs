namespace Schema.Tests.Legacy.School;

public class SchoolAgainTests
{
    [Fact]
    public async Task Once_more_there_is_nothing_to_do_and_source_and_target_agree()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await target.Bring(v1.ConnectionString);
        var brought = await DatabaseDump.Of(target);

        Assert.Null(await target.Bring(v1.ConnectionString));
        Assert.True((await target.Verify(v1.ConnectionString)).Agrees);
        Assert.Equal(brought, await DatabaseDump.Of(target));

        await target.Execute("delete from student_parents");
        Assert.False((await target.Verify(v1.ConnectionString)).Agrees);
    }

    [Fact]
    public async Task Parts_in_any_order_make_the_same_database_as_one_run()
    {
        await using var whole = await SchoolRuns.Ready();
        await using var parts = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await whole.Bring(v1.ConnectionString);

        await parts.Bring(v1.ConnectionString, ("filter", "schools: id in ('s2')"), ("entities", "schools,parents"));
        Assert.Equal(["parent:p2", "parent:p3", "school_admin:s2"], (await parts.People()).Select(person => person.Split('|')[0]));
        await parts.Bring(v1.ConnectionString, ("entities", "schools,students"), ("filter", "schools: id != 's3'; students: id = 'c3'"));
        await parts.Bring(v1.ConnectionString, ("entities", "parents,staff"));
        await parts.Bring(v1.ConnectionString, ("filter", "created_at > '2024-01-01'"), ("entities", "students"));
        await parts.Bring(v1.ConnectionString);

        Assert.Equal(await whole.Content(), await parts.Content());
    }

    [Fact]
    public async Task Deleted_rows_are_left_out_where_that_is_wanted()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();

        var report = await target.Bring(v1.ConnectionString, ("deleted", "leave"));

        Assert.Equal(15, (await target.People()).Length);
        Assert.Equal(["0"], await target.Rows("select count(*) from users where is_deleted"));
        Assert.Contains(new("deleted in V1 and left out", "entity parent, rows 1"), report!.Conflicts);
    }

    [Fact]
    public async Task Somebody_who_is_here_already_keeps_his_address_and_may_be_joined()
    {
        await using var target = await SchoolRuns.Ready();
        await using var v1 = await V1.Nasty();
        await target.Execute("insert into users (id, first_name, email) values ('00000000-0000-0000-0000-0000000000aa', 'Grace', 'GRACE@recess.example')");
        var file = Path.Combine(Path.GetTempPath(), $"conflicts-{Guid.NewGuid():N}.csv");
        await target.Check(v1.ConnectionString, ("conflicts", file));
        var line = File.ReadLines(file).Single(text => text.Contains("recess_user,r1,email"));
        Assert.EndsWith(",grace@recess.example,user:00000000-0000-0000-0000-0000000000aa,grace+recess1@recess.example,suffix,", line);

        await File.WriteAllLinesAsync(file, [File.ReadLines(file).First(), line.Replace(",suffix,", ",merge,")]);
        await target.Bring(v1.ConnectionString, ("conflicts", file));

        Assert.Equal(
            ["Grace|GRACE@recess.example|r1|recess_admin"],
            await target.Rows("""
                select first_name, email, external_id, r.name
                from users u join user_external_ids e on e.user_id = u.id join user_roles l on l.user_id = u.id join roles r on r.id = l.role_id
                where u.id = '00000000-0000-0000-0000-0000000000aa'
                """));
        await target.Undo();
        Assert.Equal(["Grace"], await target.Rows("select first_name from users"));
        File.Delete(file);
    }
}
