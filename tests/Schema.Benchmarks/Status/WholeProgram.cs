using System.Diagnostics;

namespace Schema.Benchmarks;

/// <summary>A program as a person starts it, from the first moment to the last; DATABASE_URL says which database.</summary>
sealed class WholeProgram(string name, string[] words) : Contender
{
    public override string Name => name;

    public override async Task<Measurement> Measure(Arena arena, Benchmark benchmark, long rows, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await Run(words, environment => environment["DATABASE_URL"] = arena.Template.ConnectionString, cancellationToken);

        return new Measurement(Stopwatch.GetElapsedTime(started).TotalSeconds, null);
    }

    public static async Task Run(string[] words, Action<IDictionary<string, string?>> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", words)
        {
            WorkingDirectory = BenchmarkServer.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        environment(start.Environment);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', words)} ended with {process.ExitCode}: {string.Concat(said)}");
    }
}
