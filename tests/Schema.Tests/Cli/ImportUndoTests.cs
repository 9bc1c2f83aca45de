namespace Schema.Tests.Cli;

public class ImportUndoTests
{
    const string Anybody = "select * from users";

    [Fact]
    public async Task Undo_takes_the_rows_back_and_leaves_the_migration()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);
        var at = await queue.Scalar<string>("select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') from ledger.line where event = 'imported'");
        var begin = $"{queue.Name()}: take back what plume brought at {at} UTC.";

        (await queue.With(null, "import", "undo", "plume")).Is(5, begin, "Take it back? Nobody is there to answer.\n  Add --yes when it is meant.");
        (await queue.With(null, "import", "undo", "plume", "--yes")).Is(
            0,
            $"""
            {begin}
              plume: 3 rows out of queue_members
              plume: 3 rows out of user_external_ids
              plume: 3 rows out of user_roles
              plume: 3 rows out of users
            {queue.Name()}: plume is taken back; its migration stays applied.
            """,
            "");

        Assert.Empty(await queue.Rows(Anybody));
        Assert.Equal(["imported", "started", "undone"], await queue.Rows("select event from ledger.line where subject = 'plume' order by id"));
        Assert.Equal(["ImportPlume"], await queue.Rows("""select split_part(max("MigrationId"), '_', 2) from "__EFMigrationsHistory" """));
        Assert.EndsWith("plume is imported.\n", (await queue.With(plume.ConnectionString, "import", "run", "plume")).Output);
    }

    [Fact]
    public async Task An_edited_row_is_a_refusal_that_names_it_unless_it_may_go_too()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);
        var id = await queue.Scalar<Guid>("update users set first_name = 'Anna' where first_name = 'Ann' returning id");

        var refused = await queue.With(null, "import", "undo", "plume", "--yes");
        Assert.Equal(5, refused.ExitCode);
        Assert.Equal(
            $"""
            PlumeImport cannot be taken back without losing what was done since:
              users {id} was changed since
              Nothing was changed. Drop these rows as well: schema import undo plume --drop-edited (with --dry-run it names them all first)

            """,
            refused.Error);
        Assert.Equal(3, (await queue.Rows(Anybody)).Length);

        var dropped = await queue.With(null, "import", "undo", "plume", "--yes", "--drop-edited");
        Assert.Contains($"\n  plume: 3 rows out of users, 1 row of them changed or added since\n    lost: users {id}\n", dropped.Output);
        Assert.Empty(await queue.Rows(Anybody));
    }

    [Fact]
    public async Task Down_says_what_it_took_back_and_takes_edited_rows_where_that_is_said()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);
        var id = await queue.Scalar<Guid>("update users set first_name = 'Anna' where first_name = 'Ann' returning id");

        Assert.Equal(5, (await queue.With(null, "down", "--yes")).ExitCode);
        var said = await queue.With(null, "down", "--yes", "--drop-edited");

        Assert.EndsWith($"\n  plume: 3 rows out of users, 1 row of them changed or added since\n    lost: users {id}\n{queue.Name()}: undone.\n", said.Output);
    }

    [Fact]
    public async Task In_production_it_must_be_said()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);

        (await queue.InProduction("none", "import", "undo", "plume", "--yes")).Is(
            5,
            "",
            """
            Taking back the import plume is refused: this database counts as Production, because no environment is set, and the database is not the project's own.
              schema import undo plume --production
            """);
        Assert.Equal(0, (await queue.InProduction("none", "import", "undo", "plume", "--yes", "--production")).ExitCode);
    }

    [Fact]
    public async Task What_never_ran_cannot_be_taken_back()
    {
        await using var queue = await ImportProgram.Queue();

        (await queue.With(null, "import", "undo", "plume", "--yes")).Is(
            2, "", $"plume is not in {queue.Name()}: it never ran.\n  schema import list");
    }
}
