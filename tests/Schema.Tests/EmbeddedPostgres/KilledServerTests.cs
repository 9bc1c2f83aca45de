using System.Diagnostics;

namespace Schema.Tests.EmbeddedPostgres;

public class KilledServerTests
{
    [Fact]
    public async Task A_killed_server_is_reported_and_comes_back_with_its_rows()
    {
        await using var checkout = Checkout.Create();
        var url = await checkout.Start();
        await Checkout.Ask(url, "create table kept as select 42 as answer");
        await Kill(checkout, "main");

        Assert.Equal((3, ""), await Told(checkout, "url"));
        Assert.Equal(
            (3, "The main cluster is not running. Start it: scripts/postgres start\n"), await Told(checkout, "status"));
        Assert.Equal(url, await checkout.Start());
        Assert.Equal("42", await Checkout.Ask(url, "select answer from kept"));
    }

    [Fact]
    public async Task Another_process_that_has_the_servers_id_now_is_neither_taken_for_it_nor_stopped()
    {
        await using var checkout = Checkout.Create();
        var url = await checkout.Start("--test");
        await Kill(checkout, "test");
        using var stranger = await SameUser(checkout.PidFile("test"));
        try
        {
            var lines = await File.ReadAllLinesAsync(checkout.PidFile("test"));
            await File.WriteAllLinesAsync(checkout.PidFile("test"), [$"{stranger.Id}", .. lines[1..]]);

            Assert.Equal(3, (await checkout.Postgres("status", "--test")).ExitCode);
            Assert.Equal(0, (await checkout.Postgres("stop", "--test")).ExitCode);
            Assert.Equal(url, await checkout.Start("--test"));
            Assert.Equal("1", await Checkout.Ask(url, "select 1"));
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    static async Task Kill(Checkout checkout, string kind)
    {
        using var server = checkout.Server(kind);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>A process that PostgreSQL itself would take for the server: of the same user, and alive.</summary>
    static async Task<Process> SameUser(string pidFile)
    {
        if (!Environment.IsPrivilegedProcess)
            return Shell.Start("sleep", ["600"]);

        var owner = (await Shell.Run("stat", ["-c", "%u", pidFile])).Output.Trim();
        return Shell.Start("setpriv", [$"--reuid={owner}", "--clear-groups", "sleep", "600"]);
    }

    static async Task<(int ExitCode, string Output)> Told(Checkout checkout, string word)
    {
        var finished = await checkout.Postgres(word);
        return (finished.ExitCode, finished.Output);
    }
}
