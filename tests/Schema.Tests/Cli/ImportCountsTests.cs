namespace Schema.Tests.Cli;

public class ImportCountsTests
{
    [Fact]
    public async Task A_source_is_counted_against_what_was_written()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        (await queue.With(plume.ConnectionString, "compare", "--counts", "plume")).Is(
            1,
            """
            step          in the source  when imported
            plume_person  3              never
            plume: the counts differ.
            """,
            "");
        Assert.Equal(0, (await queue.With(plume.ConnectionString, "up", "ImportPlume")).ExitCode);
        (await queue.With(plume.ConnectionString, "analyze", "--compare-counts", "plume")).Is(
            0,
            """
            step          in the source  when imported
            plume_person  3              3
            table              written  there now
            queue_members      3        3
            user_external_ids  3        3
            user_roles         3        3
            users              3        3
            plume: the source has the rows that were imported, and all that were written are here.
            """,
            "");

        await plume.Execute("insert into \"user\" (id) values ('d')");
        await queue.Execute("delete from user_roles where user_id in (select user_id from user_external_ids where external_id = 'a')");
        var said = await queue.With(plume.ConnectionString, "compare", "--counts", "plume");
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("\nplume_person  4              3\n", said.Output);
        Assert.Contains("\nuser_roles         3        2\n", said.Output);
    }

    [Fact]
    public async Task Two_databases_or_an_import_are_compared_not_both()
    {
        (await SchemaProgram.Run("compare", "postgres://a@b/c")).Is(
            2, "", "schema compare needs DST.\n  Usage: schema compare SRC DST [options], or schema compare --counts IMPORT");
        (await SchemaProgram.Run("compare", "postgres://a@b/c", "--counts", "plume")).Is(
            2, "", "--counts counts the import plume, whose databases are settings; postgres://a@b/c is one too many.\n  schema compare --counts plume");
    }
}
