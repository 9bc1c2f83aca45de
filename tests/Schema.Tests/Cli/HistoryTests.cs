using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Tests.Cli;

public class HistoryTests
{
    [Fact]
    public async Task Nothing_has_run_on_an_empty_database()
    {
        await using var database = await TestDatabase.Empty();

        (await SchemaProgram.On(database, "history")).Is(0, "Nothing has run on this database.", "");
    }

    [Fact]
    public async Task Applied_rehearsed_failed_and_killed_runs_are_told_apart()
    {
        await using var database = await Databases.At("QueueBaseline");
        await database.Execute(
            """
            create table ticker (symbol text);
            insert into ledger.line (run, event, subject) values
                ('00000000-0000-0000-0000-000000000001', 'started', '20261120100300_CentralUsers');
            """);
        await SchemaProgram.On(database, "down", "--dry-run");
        await SchemaProgram.On(database, "up");

        Assert.Equal(
            [
                "QueueBaseline up: applied",
                "CentralUsers : started, never ended",
                "QueueBaseline down: dry run",
                "MarketBaseline up: failed",
            ],
            await Outcomes(database));
    }

    [Fact]
    public async Task A_rehearsed_migration_took_its_own_time_and_not_until_the_end_of_the_rehearsal()
    {
        await using var database = await Databases.At("QueueBaseline");
        await database.Execute(
            """
            truncate ledger.line;
            insert into ledger.line (run, at, event, subject, detail) values
                ('00000000-0000-0000-0000-000000000001', '2026-01-01 00:00Z', 'started', 'a', '{}'),
                ('00000000-0000-0000-0000-000000000001', '2026-01-01 00:01Z', 'dry run', 'a', '{"seconds": 1.5}'),
                ('00000000-0000-0000-0000-000000000002', '2026-01-01 00:02Z', 'started', 'b', '{}'),
                ('00000000-0000-0000-0000-000000000002', '2026-01-01 00:03Z', 'applied', 'b', '{}');
            """);
        await using var connection = await database.Open();

        Assert.Equal(
            [TimeSpan.FromSeconds(1.5), TimeSpan.FromMinutes(1)],
            (await RunRecord.All(connection, CancellationToken.None)).Select(record => record.Took!.Value));
    }

    [Fact]
    public async Task What_a_script_ran_is_known()
    {
        await using var database = await TestDatabase.Empty();
        var script = await SchemaProgram.Run("script", "0", "MarketBaseline");

        await database.Execute(script.Output);

        Assert.Equal(["QueueBaseline : applied", "MarketBaseline : applied"], await Outcomes(database));
        Assert.Contains("sql script", (await SchemaProgram.On(database, "history")).Output);
        Assert.Equal(2, await database.Scalar<long>("select count(*) from \"__EFMigrationsHistory\""));
    }

    [Fact]
    public async Task A_script_that_passes_over_what_is_there_can_run_twice()
    {
        await using var database = await Databases.At("QueueBaseline");
        var file = Path.Combine(SchemaProgram.Elsewhere, "idempotent.sql");
        var said = await SchemaProgram.Run("script", "--idempotent", "--output", file, "0", "MarketBaseline");

        said.Is(0, $"wrote {file}", "");
        await database.Execute(await File.ReadAllTextAsync(file));
        await database.Execute(await File.ReadAllTextAsync(file));

        Assert.Equal(["QueueBaseline up: applied", "MarketBaseline : applied"], await Outcomes(database));
    }

    static async Task<string[]> Outcomes(TestDatabase database)
    {
        var said = await SchemaProgram.On(database, "history", "--json");
        return
        [
            .. JsonNode.Parse(said.Output)!["result"]!["runs"]!.AsArray()
                .Select(run => $"{((string)run!["subject"]!).Split('_')[1]} {run["direction"]}: {run["outcome"]}"),
        ];
    }
}
