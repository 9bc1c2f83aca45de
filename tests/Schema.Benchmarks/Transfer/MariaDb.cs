using System.Diagnostics;
using System.Globalization;

namespace Schema.Benchmarks;

/// <summary>The throw-away MariaDB that all contenders read; it ends with this process.</summary>
static class MariaDb
{
    const string Variable = "BENCH_MYSQL";

    /// <summary>Children know it by their environment.</summary>
    public static string Url => Environment.GetEnvironmentVariable(Variable)!;

    public static async Task Start(long rows, CancellationToken cancellationToken)
    {
        var said = await Run(
            Path.Combine(BenchmarkServer.Root, "scripts", "mariadb"),
            ["start", "--while", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "--", "--sort-buffer-size=2M"],
            cancellationToken);
        var url = said.Trim();
        await Sql(url, "create database bench", cancellationToken);
        Environment.SetEnvironmentVariable(Variable, $"{url}bench");
        await Sql(Url, WideAndNarrow.MySqlTables + WideAndNarrow.MySqlRows(rows), cancellationToken);
    }

    public static async Task<string> Run(string program, string[] words, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }

    static async Task Sql(string url, string sql, CancellationToken cancellationToken)
    {
        var address = new Uri(url);
        await Run(
            "mariadb",
            ["--no-defaults", "--protocol=tcp", "--host=127.0.0.1", "--user=root", "--skip-ssl", $"--port={address.Port}", $"--execute={sql}", .. address.AbsolutePath.Length > 1 ? (string[])[address.AbsolutePath[1..]] : []],
            cancellationToken);
    }
}
