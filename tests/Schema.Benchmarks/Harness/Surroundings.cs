using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace Schema.Benchmarks;

/// <summary>Where the numbers come from: without it they mean nothing.</summary>
static class Surroundings
{
    public static async Task<string> Describe(BenchmarkServer server, CancellationToken cancellationToken) =>
        $"""
        machine     {Processor()}, {Environment.ProcessorCount} cores, {Memory()}, {RuntimeInformation.OSDescription}
        load        {Load()} in the last minute when it began; other work on the machine slows all contenders
        program     commit {Commit()}, {RuntimeInformation.FrameworkDescription}
        PostgreSQL  {await Postgres(server, cancellationToken)}
        """;

    static string Processor() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    static string Memory() =>
        string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):F0} GB");

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"])
        {
            WorkingDirectory = BenchmarkServer.Root,
            RedirectStandardOutput = true,
        })!;
        var commit = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();

        return commit;
    }

    static async Task<string> Postgres(BenchmarkServer server, CancellationToken cancellationToken)
    {
        await using var connection = await BenchmarkServer.Open(server.Address, cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select concat_ws(', ', current_setting('server_version'), string_agg(name || '=' || current_setting(name), ', ' order by name))
            from unnest(array['fsync', 'full_page_writes', 'synchronous_commit', 'wal_level', 'shared_buffers', 'max_wal_size', 'maintenance_work_mem']) name
            """,
            connection);

        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
