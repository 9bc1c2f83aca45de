namespace Schema.Benchmarks;

/// <summary>Runs the chosen benchmarks: contenders take turns, so that what slows the machine down slows all of them.</summary>
static class Session
{
    public static async Task Run(Choices choices, CancellationToken cancellationToken)
    {
        await using var server = await BenchmarkServer.Start(cancellationToken);
        Console.WriteLine(await Surroundings.Describe(server, cancellationToken));
        foreach (var benchmark in choices.Benchmarks)
        {
            var rows = choices.Rows ?? benchmark.UsualRows;
            await using var arena = new Arena(server, benchmark.Name);
            var results = await Measure(benchmark, arena, rows, choices.Runs, cancellationToken);
            Report.Print(benchmark, results, choices.Runs);
        }
    }

    static async Task<IReadOnlyList<Result>> Measure(Benchmark benchmark, Arena arena, long rows, int runs, CancellationToken cancellationToken)
    {
        var measured = benchmark.Contenders.ToDictionary(contender => contender, _ => new List<Measurement>());
        await benchmark.Prepare(arena, rows, cancellationToken);
        for (var run = 1; run <= runs; run++)
        {
            foreach (var contender in benchmark.Contenders)
            {
                var measurement = await contender.Measure(arena, benchmark, contender.Rows(rows), cancellationToken);
                measured[contender].Add(measurement);
                Console.Error.WriteLine($"  {benchmark.Name}, run {run} of {runs}, {contender.Name}: {measurement.Seconds:F2} s");
            }
        }

        return [.. measured.Select(pair => new Result(pair.Key, pair.Key.Rows(rows), rows, pair.Value))];
    }
}
