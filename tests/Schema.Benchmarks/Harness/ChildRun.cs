using System.Diagnostics;
using System.Globalization;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>One run in a process of its own, so that its peak memory is nobody else's; it prints seconds and bytes.</summary>
static class ChildRun
{
    const string Word = "--child";

    public static bool IsOne(string[] words) => words is [Word, ..];

    public static async Task<int> Run(IEnumerable<Benchmark> benchmarks, string[] words, CancellationToken cancellationToken)
    {
        var (name, contender, rows) = (words[1], words[2], long.Parse(words[3], CultureInfo.InvariantCulture));
        var work = benchmarks.First(benchmark => benchmark.Name == name).Contenders.OfType<OwnProcess>().First(known => known.Name == contender);
        // Addresses come by the environment: a command line can be read by everybody.
        var target = DatabaseAddress.Parse(Environment.GetEnvironmentVariable("BENCH_TARGET")!);
        var legacy = DatabaseAddress.Parse(Environment.GetEnvironmentVariable("BENCH_LEGACY")!);

        var started = Stopwatch.GetTimestamp();
        await work.Work(target, legacy, rows, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        await work.Check(target, rows, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {peak}"));
        return 0;
    }

    public static async Task<Measurement> Start(
        Benchmark benchmark, Contender contender, DatabaseAddress target, DatabaseAddress legacy, long rows, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ChildRun).Assembly.Location, Word, benchmark.Name, contender.Name, rows.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["BENCH_TARGET"] = target.ConnectionString;
        start.Environment["BENCH_LEGACY"] = legacy.ConnectionString;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{benchmark.Name}, {contender.Name} ended with {process.ExitCode}; what it said stands above.");

        var numbers = said.TrimEnd().Split('\n')[^1].Split(' ');
        return new Measurement(double.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
