using System.Diagnostics;

namespace Schema.Tests.Legacy.Plume;

public class PlumeKilledTests
{
    const int Registrations = 1000;
    const int Loops = 3;
    const int KillsEach = 10;
    const string Applying = "applying ImportPlume";

    const string Imported = """
        select count(*), md5(string_agg(row, ' ' order by row)) from (
            select (to_jsonb(u) - 'created_at' - 'updated_at')::text from users u
            union all select e::text from user_external_ids e
            union all select r::text from user_roles r
            union all select m::text from queue_members m
            union all select t::text from tickets t
            union all select receipt.table_name || cardinality(hashes) from ledger.receipt receipt) one (row)
        """;

    [Fact]
    public async Task Whenever_the_process_is_killed_the_database_is_exactly_before_or_exactly_after()
    {
        await using var plume = await PlumeSource.Of(Registrations);
        var (after, takes) = await Undisturbed(plume);

        var interrupted = await Task.WhenAll(Enumerable.Range(0, Loops).Select(loop => Task.Run(() => Kill(plume, loop, takes, after))));

        Assert.True(interrupted.Sum() > 0, "No kill fell into the work.");
    }

    /// <summary>What a run leaves, and how long its import takes.</summary>
    static async Task<(string[] After, TimeSpan Takes)> Undisturbed(TestDatabase plume)
    {
        await using var queue = await PlumeRuns.Queue();
        using var process = PlumeProgram.Start(queue, plume, "up", "ImportPlume");
        await Says(process, Applying);
        var clock = Stopwatch.StartNew();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);

        return (await queue.Rows(Imported), clock.Elapsed);
    }

    /// <summary>Kills one run after the other, then lets one complete; tells how many kills fell into the work.</summary>
    static async Task<int> Kill(TestDatabase plume, int loop, TimeSpan takes, string[] after)
    {
        var random = new Random(loop);
        var queue = await PlumeRuns.Queue();
        var (dump, before) = (await queue.Dump(), await queue.Rows(Imported));
        var interrupted = 0;
        for (var kill = 0; kill < KillsEach; kill++)
        {
            await Kill(queue, plume, takes * random.NextDouble());
            if (await IsImported(queue))
            {
                Assert.Equal(after, await queue.Rows(Imported));
                await queue.DisposeAsync();
                queue = await PlumeRuns.Queue();
                continue;
            }

            interrupted++;
            Assert.Equal(before, await queue.Rows(Imported));
        }

        await using (queue)
        {
            Assert.Equal(dump, await queue.Dump());
            await Complete(queue, plume, after);
        }

        return interrupted;
    }

    static async Task Kill(TestDatabase queue, TestDatabase plume, TimeSpan moment)
    {
        using var process = PlumeProgram.Start(queue, plume, "up", "ImportPlume");
        await Says(process, Applying);
        using var time = new CancellationTokenSource(moment);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await queue.SessionsEnd();
    }

    static async Task Complete(TestDatabase queue, TestDatabase plume, string[] after)
    {
        var finished = await PlumeProgram.Run(queue, plume, "up", "ImportPlume");

        Assert.True(finished.ExitCode == 0, finished.Error);
        Assert.Equal(after, await queue.Rows(Imported));
    }

    static async Task<bool> IsImported(TestDatabase queue) =>
        await queue.Scalar<long>("""select count(*) from "__EFMigrationsHistory" where "MigrationId" like '%_ImportPlume'""") > 0;

    static async Task Says(Process process, string words)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line == words)
                return;
        }

        Assert.Fail($"The program ended without saying '{words}'.");
    }
}
