using System.Diagnostics;
using Databases = Schema.Tests.Cli.Databases;

namespace Schema.Tests.Processes;

public class KilledUpTests
{
    /// <summary>The moment of death is a line that the process itself says, so that it lies inside the work.</summary>
    [Theory]
    [InlineData("QueueBaseline", null)]
    [InlineData("CentralUsers", "MarketBaseline")]
    [InlineData("QueuePeople", "RolesAndPermissions")]
    [InlineData("TickerFollows", "NotificationChannels")]
    public async Task A_killed_up_leaves_the_database_before_or_after_a_migration_and_the_next_one_completes_it(string migration, string? last)
    {
        await using var database = last is null ? await TestDatabase.Empty() : await Databases.At(last);
        var before = await Count(database);
        using var process = SchemaProgram.Start(database, "up", migration);
        await Kill(process, $"applying {migration}");
        await database.SessionsEnd();

        var applied = await Count(database);
        Assert.InRange(applied, before, before + 1);

        var second = await SchemaProgram.Run(database, "up", migration);

        Assert.Equal(0, second.ExitCode);
        Assert.Equal(before + 1, await Count(database));
        var history = await SchemaProgram.Run(database, "history");
        Assert.True(applied > before || history.Output.Contains("started, never ended"), history.Output);
    }

    static async Task<long> Count(TestDatabase database) =>
        await database.Scalar<bool>("""select to_regclass('"__EFMigrationsHistory"') is not null""")
            ? await database.Scalar<long>("""select count(*) from "__EFMigrationsHistory" """)
            : 0;

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
}
