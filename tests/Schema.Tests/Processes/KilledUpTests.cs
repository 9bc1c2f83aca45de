using System.Diagnostics;

namespace Schema.Tests.Processes;

public class KilledUpTests
{
    const string Applied = """select count(*) from "__EFMigrationsHistory" """;

    /// <summary>The moment of death is a line that the process itself says, so that it lies inside the work.</summary>
    [Theory]
    [InlineData("applying QueueBaseline", 0)]
    [InlineData("applying CentralUsers", 2)]
    [InlineData("applying QueuePeople", 4)]
    [InlineData("applying TickerFollows", 7)]
    public async Task A_killed_up_leaves_the_database_before_or_after_a_migration_and_the_next_one_completes_it(string moment, int before)
    {
        await using var database = await TestDatabase.Empty();
        using var process = SchemaProgram.Start(database, "up");
        await Kill(process, moment);
        await Gone(database);

        var applied = await database.Scalar<bool>("""select to_regclass('"__EFMigrationsHistory"') is not null""") ? await database.Scalar<long>(Applied) : 0;
        Assert.True(applied >= before, $"{applied} migrations are applied, {before} were before the killed one.");

        var second = await SchemaProgram.Run(database, "up");

        Assert.Equal(0, second.ExitCode);
        var history = await SchemaProgram.Run(database, "history");
        Assert.True(applied > before || history.Output.Contains("started, never ended"), history.Output);
    }

    static async Task Kill(Process process, string moment)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line == moment)
            {
                process.Kill();
                break;
            }
        }

        await process.WaitForExitAsync();
    }

    /// <summary>The server ends a dead client's session by itself; the test goes on when it has.</summary>
    static async Task Gone(TestDatabase database)
    {
        while (await database.Scalar<long>("select count(*) from pg_stat_activity where datname = current_database() and application_name like 'schema/%'") > 0)
            await Task.Yield();
    }
}
