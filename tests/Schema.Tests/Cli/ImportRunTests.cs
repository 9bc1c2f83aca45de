using Npgsql;
using Schema.Import;

namespace Schema.Tests.Cli;

public class ImportRunTests
{
    const string Table = """
        system          read  written  kept  merged  rejected  proof            seconds
        plume              3        3     0       0         0  counts, digests     0.00
          plume_person     3        3     0       0         0  digests             0.00
          people           3        3     0       0         0  counts              0.00
          ids              3        3     0       0         0  counts              0.00
          roles            3        3     0       0         0  counts              0.00
          queue            3        3     0       0         0  counts              0.00
        """;

    const string Lines = "select event from ledger.line where subject = 'plume' order by id";

    [Fact]
    public async Task Up_ends_with_what_each_import_did()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        var rehearsed = await queue.With(plume.ConnectionString, "up", "ImportPlume", "--dry-run");
        var said = await queue.With(plume.ConnectionString, "up", "ImportPlume");

        Assert.Equal(
            $"{Table}\nplume: 2 conflicts, listed by: schema import check plume\n{queue.Name()}: everything ran and was rolled back. Locks were held meanwhile, and sequence values are used up.\n",
            rehearsed.Output.Timeless());
        Assert.Equal(
            $"{Table}\nplume: 2 conflicts, listed by: schema import list plume\n{queue.Name()} is at ImportPlume.\n", said.Output.Timeless());
    }

    [Fact]
    public async Task What_a_migration_skipped_is_brought_later()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Queue();

        var skipped = await queue.With("none", "up");
        var said = await queue.With(plume.ConnectionString, "import", "run", "plume");

        Assert.Contains("\n  plume is skipped: LEGACY_PLUME=none\n", skipped.Error);
        Assert.Equal(
            $"{Table}\nplume: 2 conflicts, listed by: schema import list plume\n{queue.Name()}: plume is imported.\n", said.Output.Timeless());
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Equal(["skipped", "started", "imported"], await queue.Rows(Lines));
    }

    [Fact]
    public async Task Once_more_with_an_unchanged_source_there_is_nothing_to_do()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);

        (await queue.With(plume.ConnectionString, "import", "run", "plume")).Is(
            0, $"plume is in {queue.Name()} already, and its source is what it was; nothing to do.", "");

        Assert.Equal(["imported", "started", "skipped"], await queue.Rows(Lines));
    }

    [Fact]
    public async Task Once_more_with_a_changed_source_brings_new_rows_and_reports_changed_ones()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Imported(plume);
        await plume.Execute("""insert into "user" (id, first_name) values ('d', 'Dora'); update "user" set first_name = 'Anna' where id = 'a'""");

        var said = await queue.With(plume.ConnectionString, "import", "run", "plume");
        var listed = await queue.With(plume.ConnectionString, "import", "list", "plume");

        Assert.Contains("  people           4        1     3       0         0  counts              0.00\n", said.Output.Timeless());
        Assert.EndsWith($"\nplume: 1 conflict, listed by: schema import list plume\n{queue.Name()}: plume is imported.\n", said.Output);
        Assert.Matches("\ncame before and differs from Plume now, left as it is:\n  registration a, user_id [0-9a-f-]{36}\n$", listed.Output);
        Assert.Equal(["Ann", "Dora"], await queue.Rows("select first_name from users where first_name in ('Ann', 'Anna', 'Dora') order by 1"));
    }

    [Fact]
    public async Task A_dry_run_leaves_its_lines_and_nothing_else()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Skipped();

        var said = await queue.With(plume.ConnectionString, "import", "run", "plume", "--dry-run", "--exclusive");

        Assert.EndsWith(
            $"\n{queue.Name()}: plume ran and was rolled back. Locks were held meanwhile, and sequence values are used up.\n", said.Output);
        Assert.Equal(["skipped", "started", "dry run"], await queue.Rows(Lines));
        Assert.Empty(await queue.Rows("select * from users"));
    }

    [Fact]
    public async Task Rejects_over_the_budget_leave_nothing_but_the_file_and_the_line()
    {
        await using var plume = await ImportProgram.Plume(ImportProgram.Three + "insert into \"user\" (id, email) values ('', 'e@example.org');");
        await using var queue = await ImportProgram.Skipped();
        var folder = Directory.CreateTempSubdirectory("schema-rejects-").FullName;

        (await queue.With(plume.ConnectionString, "import", "run", "plume", "--rejects", folder)).Is(
            3,
            "",
            $"""
            PlumeImport, step plume_person: read 4, wrote 3, rejected 1; no rejects are allowed.
              user '' has an empty id            (rejects: {folder}/plume.plume_person.jsonl)
              Nothing was changed. Correct the row, or allow it: schema import run plume --max-rejects 1
            """);
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(folder, "plume.plume_person.jsonl")));
        Assert.Equal(["skipped", "started", "failed"], await queue.Rows(Lines));

        var allowed = await queue.With(plume.ConnectionString, "import", "run", "plume", "--rejects", folder, "--max-rejects", "25%");
        Assert.Contains($"\nplume: rejected rows are in {folder}/plume.plume_person.jsonl\n", allowed.Output);
        Assert.EndsWith("nothing to do.\n", (await queue.With(plume.ConnectionString, "import", "run", "plume")).Output);
    }

    [Fact]
    public async Task Two_processes_with_the_same_import_one_runs_and_one_waits_and_finds_it_done()
    {
        await using var plume = await ImportProgram.Plume();
        await using var queue = await ImportProgram.Skipped();
        await using var holder = await queue.Open();
        await using var hold = new NpgsqlCommand("select pg_advisory_lock($1)", holder) { Parameters = { new() { Value = MigrationHistory.LockKey } } };
        await hold.ExecuteNonQueryAsync();

        using var first = queue.Start(plume, "import", "run", "plume");
        using var second = queue.Start(plume, "import", "run", "plume");
        Assert.StartsWith("waiting for ", await first.StandardError.ReadLineAsync());
        Assert.StartsWith("waiting for ", await second.StandardError.ReadLineAsync());
        await holder.CloseAsync();

        string[] ends = [Last(await first.StandardOutput.ReadToEndAsync()), Last(await second.StandardOutput.ReadToEndAsync())];
        Assert.Equal(
            [
                $"{queue.Name()}: plume is imported.",
                $"plume is in {queue.Name()} already, and its source is what it was; nothing to do.",
            ],
            ends.Order(StringComparer.Ordinal));
        Assert.Equal(["skipped", "started", "imported", "started", "skipped"], await queue.Rows(Lines));
    }

    static string Last(string output) => output.TrimEnd().Split('\n')[^1];
}
