namespace Schema.Tests.Cli;

/// <summary>The commands that only look: list, check, verify.</summary>
public class ImportLookTests
{
    [Fact]
    public async Task List_says_where_each_system_lives_and_whether_it_ran()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        (await queue.With(null, "import", "list")).Is(
            0,
            """
            import     migration                  lives in  said by           state
            plume      ImportPlume (pending)      missing   LEGACY_PLUME      never ran
            school     ImportSchool (pending)     missing   LEGACY_SCHOOL     never ran
            timetable  ImportTimetable (pending)  missing   LEGACY_TIMETABLE  never ran
            school: --entities VALUE: What to bring, such as schools,teachers; the rest may come later
            school: --filter VALUE: Which rows to bring, such as "schools: id in ('a', 'b')" or "created_at > '2024-01-01'"
            school: --deleted carry: Whether deleted rows are brought as deleted or left out: carry or leave
            school: --email-domain VALUE: A domain under which people without an address get one
            school: --conflicts VALUE: The file of conflicts that a check writes and a run obeys: keep, suffix, drop, for people merge too
            school: --skip-validation: Do not look for what is odd but harmless
            """,
            "");
        await queue.With("none", "up");
        Assert.Matches(
            "\nplume +ImportPlume +none +LEGACY_PLUME \\(environment\\) +skipped [0-9: -]{19}\n", (await queue.With("none", "import", "list")).Output);
        await queue.With(plume.ConnectionString, "import", "run", "plume");
        Assert.Matches("  imported [0-9: -]{19}\n", (await queue.With(plume.ConnectionString, "import", "list")).Output);
    }

    [Fact]
    public async Task Check_lists_conflicts_and_writes_nothing()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        var said = await queue.With(plume.ConnectionString, "import", "check", "plume");

        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.EndsWith(
            """

            goes without its e-mail, which another registration has:
              registration b, held_by a
            goes without its e-mail, which is no address:
              registration c
            plume: no row is rejected. Nothing was written.

            """,
            said.Output);
        Assert.Empty(await queue.Rows("select subject from ledger.line where subject = 'plume' union all select table_name from ledger.receipt"));
        Assert.Empty(await queue.Rows("select * from users"));
    }

    [Fact]
    public async Task Check_finds_rejects_and_ends_with_1()
    {
        await using var plume = await ImportProgram.Plume(ImportProgram.Three + "insert into \"user\" (id, email) values ('', 'e@example.org');");
        await using var queue = await ImportProgram.Queue();
        var folder = Directory.CreateTempSubdirectory("schema-rejects-").FullName;

        var said = await queue.With(plume.ConnectionString, "import", "check", "plume", "--rejects", folder);

        Assert.Equal((1, ""), (said.ExitCode, said.Error));
        Assert.Contains($"\nrejected in plume_person (all of them: {folder}/plume.plume_person.jsonl):\n  user '' has an empty id (row 4)\n", said.Output);
        Assert.EndsWith("\nplume: 1 row would be rejected. Nothing was written.\n", said.Output);
    }

    [Fact]
    public async Task Check_needs_neither_tables_nor_a_ledger()
    {
        await using var plume = await ImportProgram.Plume();
        await using var empty = await TestDatabase.Empty();

        var said = await empty.With(plume.ConnectionString, "import", "check", "plume");

        Assert.EndsWith("\nplume: no row is rejected. Nothing was written.\n", said.Output);
        Assert.Empty(await empty.Rows("select nspname from pg_namespace where nspname = 'ledger'"));
    }

    [Fact]
    public async Task Verify_proves_that_source_and_target_agree()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);

        (await queue.With(plume.ConnectionString, "import", "verify", "plume")).Is(
            0,
            """
            step    table              read  missing  different
            people  users              3     0        0
            ids     user_external_ids  3     0        0
            roles   user_roles         0     0        0
            queue   queue_members      0     0        0
            plume: source and target agree.
            """,
            "");
    }

    [Fact]
    public async Task Verify_ends_with_1_and_names_what_is_missing()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);
        await plume.Execute("""insert into "user" (id, first_name) values ('d', 'Dora')""");

        var said = await queue.With(plume.ConnectionString, "import", "verify", "plume");

        Assert.Equal((1, ""), (said.ExitCode, said.Error));
        Assert.Contains("\n  user_external_ids plume, user, d is missing\n", said.Output);
        Assert.EndsWith("\nplume: source and target differ.\n", said.Output);
        Assert.Equal(3, await queue.Scalar<long>("select count(*) from users"));
    }
}
