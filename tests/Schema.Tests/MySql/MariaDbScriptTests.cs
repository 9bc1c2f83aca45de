using System.Diagnostics;
using System.Globalization;

namespace Schema.Tests.MySql;

public class MariaDbScriptTests
{
    static readonly string Script = Repository.Path("scripts", "mariadb");

    [Fact]
    public async Task A_server_ends_with_the_process_it_was_started_for_however_that_ends()
    {
        using var owner = Shell.Start("sleep", ["600"]);
        var started = await Shell.Run(Script, ["start", "--while", owner.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.Equal("", started.Error);
        var port = new Uri(started.Output.Trim()).Port;
        var answer = await Shell.Run(
            "mariadb",
            ["--no-defaults", "--protocol=tcp", "--host=127.0.0.1", $"--port={port}", "--user=root", "-BN", "--execute=select @@pid_file, @@datadir"]);
        var (processFile, data) = answer.Output.Trim().Split('\t') is [var first, var second] ? (first, second) : throw new InvalidOperationException(answer.Error);
        using var server = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(processFile), CultureInfo.InvariantCulture));

        owner.Kill();
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.InRange(port, 20_000, 32_767);
        Assert.Contains($"/{owner.Id}/files", data);
    }

    [Fact]
    public async Task Temporary_tables_lie_where_no_other_server_clears_them_away() =>
        Assert.EndsWith($"/{Environment.ProcessId}/tmp", await MariaDbServer.Execute("select @@tmpdir"));

    [Fact]
    public async Task A_word_it_does_not_know_is_answered_with_the_ones_it_knows()
    {
        var refused = await Shell.Run(Script, ["begin"]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("scripts/mariadb start|url|stop [--while PID] [-- MARIADBD OPTIONS]", refused.Error);
    }
}
