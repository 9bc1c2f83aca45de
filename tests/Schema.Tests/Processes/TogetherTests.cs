namespace Schema.Tests.Processes;

public class TogetherTests
{
    [Fact]
    public async Task Ten_times_three_starts_with_five_pending_migrations_end_with_one_winner_and_no_error()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var database = await TestDatabase.Empty();

            var finished = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SchemaProgram.Run(database, "up", "QueuePeople")));

            Assert.All(finished, process => Assert.Equal((0, ""), (process.ExitCode, Complaints(process.Error))));
            Assert.Equal(1, finished.Count(process => process.Error.Contains("applying QueueBaseline")));
            Assert.Equal(5, await database.Scalar<long>("""select count(*) from "__EFMigrationsHistory" """));
            Assert.Equal(5, await database.Scalar<long>("select count(*) from ledger.line where event = 'applied'"));
            Assert.All(
                finished.Where(process => process.Error.Contains("waiting for")),
                process => Assert.Matches(@"waiting for schema/[0-9a-f]{32} \(.+ (on|from) .+, process \d+", process.Error));
        }
    }

    /// <summary>What a process says beside its progress.</summary>
    static string Complaints(string error) => string.Join('\n', error.Split('\n').Where(line =>
        line.Length > 0 && !line.StartsWith("applying ", StringComparison.Ordinal) && !line.StartsWith("  ", StringComparison.Ordinal)
        && !line.StartsWith("waiting for ", StringComparison.Ordinal)
        && !line.Contains(" migrations, each in a transaction of its own: ")));
}
