using System.Diagnostics;
using System.Globalization;

namespace Schema.Benchmarks;

/// <summary>Our program as scripts/publish makes it, from the first moment to the last.</summary>
static class PublishedProgram
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    static string Path => System.IO.Path.Combine(BenchmarkServer.Root, "artifacts", "schema");

    public static Task Build(CancellationToken cancellationToken) =>
        MariaDb.Run(System.IO.Path.Combine(BenchmarkServer.Root, "scripts", "publish"), [], cancellationToken);

    public static async Task<Measurement> Run(string[] words, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path, words) { WorkingDirectory = BenchmarkServer.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        var ended = process.WaitForExitAsync(cancellationToken);
        var peak = await Peak(process, ended, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        return process.ExitCode == 0
            ? new Measurement(took.TotalSeconds, peak)
            : throw new InvalidOperationException($"schema {words[0]} ended with {process.ExitCode}: {string.Concat(await said)}");
    }

    /// <summary>The system keeps the highest number, but only as long as the process lives.</summary>
    static async Task<long> Peak(Process process, Task ended, CancellationToken cancellationToken)
    {
        var status = $"/proc/{process.Id}/status";
        long peak = 0;
        while (!ended.IsCompleted)
        {
            peak = Highest(status) ?? peak;
            await Task.WhenAny(ended, Task.Delay(BetweenLooks, cancellationToken));
        }

        await ended;
        return peak;
    }

    /// <summary>One file and not what <see cref="Process"/> gathers of all threads: the looks take time from what is measured.</summary>
    static long? Highest(string status)
    {
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
