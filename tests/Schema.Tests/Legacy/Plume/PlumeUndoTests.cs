using Npgsql;
using Schema.Import;

namespace Schema.Tests.Legacy.Plume;

public class PlumeUndoTests
{
    /// <summary>The person of registration <c>lead</c>, as the import names it.</summary>
    const string Lead = "a910fb99-19ca-8f6b-a534-9dad86717fd9";

    const string Everything = """
        select 'user ' || (to_jsonb(u) - 'created_at' - 'updated_at')::text from users u
        union all select 'id ' || e::text from user_external_ids e
        union all select 'role ' || r::text from user_roles r
        union all select 'member ' || m::text from queue_members m
        order by 1
        """;

    [Fact]
    public async Task Down_leaves_the_database_as_it_was_and_Up_brings_the_same_rows_again()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Dump();
        await queue.Up(plume);
        var after = await queue.Rows(Everything);

        await queue.Down();
        Assert.Equal(before, await queue.Dump());
        Assert.Empty(await queue.Rows("select * from ledger.receipt"));

        await queue.Up(plume);
        Assert.Equal(after, await queue.Rows(Everything));
    }

    [Fact]
    public async Task Merged_people_stay_with_what_they_did_since()
    {
        const string Since = """
            update users set first_name = 'Bobby' where email = 'bob@example.org';
            update queue_members set discord = 'bob#1' where user_id = (select id from users where email = 'bob@example.org');
            insert into tickets (id, creator_id, claimant_id, question, content, location, tags, images, created_at)
            select 99, id, id, 'Mine?', '', '', '{}', '{}', '2026-11-20' from users where email = 'bob@example.org';
            """;
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await using var untouched = await PlumeRuns.Queue();
        await untouched.Execute(Since);

        await queue.Up(plume);
        await queue.Execute(Since);
        await queue.Down();

        Assert.Equal(await untouched.Dump(), await queue.Dump());
    }

    [Theory]
    [InlineData("update users set last_name = 'Lovelace' where id = 'LEAD'", "users LEAD was changed since")]
    [InlineData("update queue_members set discord = 'lead#1' where user_id = 'LEAD'", "queue_members LEAD was changed since")]
    [InlineData("insert into tickets (id, creator_id, question, content, location, tags, images) values (99, 'LEAD', '', '', '', '{}', '{}')", "tickets 99 refers to users LEAD (tickets_creator_id_fkey)")]
    [InlineData("insert into tickets (id, claimant_id, question, content, location, tags, images) values (99, 'LEAD', '', '', '', '{}', '{}')", "tickets 99 refers to users LEAD (tickets_claimant_id_fkey)")]
    [InlineData("insert into chatrooms (id, creator_id, active) values (99, 'LEAD', true)", "chatrooms 99 refers to users LEAD (chatrooms_creator_id_fkey)")]
    [InlineData("insert into user_profiles (user_id) values ('LEAD')", "user_profiles LEAD refers to users LEAD (user_profiles_user_id_fkey)")]
    [InlineData("insert into user_external_ids values ('market', 'user', '7', 'LEAD')", "user_external_ids market, user, 7 refers to users LEAD (user_external_ids_user_id_fkey)")]
    public async Task What_was_done_since_with_an_imported_person_is_named_and_goes_only_where_that_is_allowed(string since, string named)
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Dump();
        await queue.Up(plume);
        await queue.Execute(since.Replace("LEAD", Lead));
        var after = await queue.Dump();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => queue.Down());

        Assert.Equal(ExitCode.Guarded, refused.Exit);
        Assert.Equal($"PlumeImport cannot be taken back without losing what was done since:\n  {named.Replace("LEAD", Lead)}", refused.Message);
        Assert.Equal(after, await queue.Dump());
        await queue.Down(options => options with { Imports = options.Imports with { DropEdited = true } });
        Assert.Equal(before, await queue.Dump());
    }

    [Fact]
    public async Task The_role_of_mentor_given_since_is_not_lost_silently()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await queue.Up(plume);
        await queue.Execute($"insert into user_roles (user_id, role_id) select '{Lead}', id from roles where name = 'mentor'");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => queue.Down());

        Assert.Equal(
            "PlumeImport cannot be taken back without losing what was done since:\n"
            + $"  user_roles {Lead}, c86e8c0d-9153-8381-87a1-8c1b662ce52f, global, '' refers to users {Lead} (user_roles_user_id_fkey)",
            refused.Message);
    }

    [Fact]
    public async Task Rewritten_tables_are_taken_back_all_the_same()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        var before = await queue.Dump();
        await queue.Up(plume);
        foreach (var table in new[] { "users", "user_external_ids", "user_roles", "queue_members" })
        {
            await queue.Execute($"alter table {table} add column rewrites double precision default random(); alter table {table} drop column rewrites;");
            await queue.Execute($"vacuum full {table}");
        }

        await queue.Down();

        Assert.Equal(before, await queue.Dump());
    }

    [Fact]
    public async Task A_restored_dump_is_taken_back_all_the_same()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.Nasty();
        await using var before = await TestDatabase.Empty();
        await Restore(queue, before);
        await queue.Up(plume);

        await using var after = await TestDatabase.Empty();
        await Restore(queue, after);
        Assert.NotEqual(await before.Dump(), await after.Dump());
        await after.Down();

        Assert.Equal(await before.Dump(), await after.Dump());
    }

    [Fact]
    public async Task There_is_nothing_to_take_back_where_there_was_no_Plume()
    {
        await using var queue = await PlumeRuns.Queue();
        await using var plume = await PlumeSource.With("");
        var before = await queue.Dump();

        await queue.Up(plume);
        await queue.Down();

        Assert.Equal(before, await queue.Dump());
    }

    static async Task Restore(TestDatabase from, TestDatabase to)
    {
        var address = new NpgsqlConnectionStringBuilder(from.ConnectionString);
        var dump = await Shell.Run("pg_dump", ["--inserts", "-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, address.Database!]);
        Assert.Equal(0, dump.ExitCode);

        await to.Execute(string.Join('\n', dump.Output.Split('\n').Where(line => !line.StartsWith(@"\restrict", StringComparison.Ordinal) && !line.StartsWith(@"\unrestrict", StringComparison.Ordinal))));
    }
}
