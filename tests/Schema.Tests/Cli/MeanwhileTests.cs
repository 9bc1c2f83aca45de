using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Tests.Cli;

/// <summary>What a command finds when it gets the lock may be another database than the one it spoke about before.</summary>
public class MeanwhileTests
{
    [Fact]
    public async Task Down_undoes_only_what_was_agreed_to()
    {
        await using var database = await Databases.At("MarketBaseline");

        var (exit, _, error) = await While(database, ["20261120100300_CentralUsers"], "down", "--yes");

        Assert.Equal(5, exit);
        Assert.EndsWith(
            $"""
            Another run has changed {database.Name()} meanwhile: to undo would now be CentralUsers, MarketBaseline. Nothing was undone.
              Look at it again: schema down

            """.ReplaceLineEndings("\n"),
            error);
        Assert.Equal("ticker", await database.Scalar<string>("select to_regclass('ticker')::text"));
    }

    [Fact]
    public async Task Up_counts_as_applied_only_what_it_applied_itself()
    {
        await using var database = await Databases.At("NotificationChannels");

        var (exit, output, _) = await While(database, ["20261120100800_TickerFollows"], "up", "TickerFollows", "--json");

        Assert.Equal((0, "[]"), (exit, JsonNode.Parse(output)!["result"]!["applied"]!.ToJsonString()));
    }

    [Fact]
    public async Task Up_to_a_target_never_undoes_what_went_beyond_it()
    {
        await using var database = await Databases.At("MarketBaseline");
        string[] recorded = ["20261120100300_CentralUsers", "20261120100400_RolesAndPermissions"];

        var (exit, _, error) = await While(database, recorded, "up", "CentralUsers");

        Assert.Equal(2, exit);
        Assert.EndsWith("CentralUsers lies before RolesAndPermissions, which is applied; up never undoes.\n  schema down CentralUsers\n", error);
    }

    /// <summary>The command waits for the lock while another run records migrations.</summary>
    static async Task<(int Exit, string Output, string Error)> While(TestDatabase database, string[] recorded, params string[] words)
    {
        await using var other = await database.Open();
        await other.Execute($"select pg_advisory_lock({MigrationHistory.LockKey})");
        using var process = SchemaProgram.Start(database, words);
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("waiting", StringComparison.OrdinalIgnoreCase))
        {
        }

        var rows = string.Join(", ", recorded.Select(id => $"('{id}', '10')"));
        await other.Execute($"""insert into "__EFMigrationsHistory" values {rows}; select pg_advisory_unlock({MigrationHistory.LockKey})""");
        var said = (await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        return (process.ExitCode, said.Item1, said.Item2);
    }
}
