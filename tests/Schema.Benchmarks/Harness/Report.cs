using System.Globalization;

namespace Schema.Benchmarks;

/// <summary>The results as a table, and what they say about the goals.</summary>
static class Report
{
    static readonly string[] Heading = ["", "rows", "seconds", "least", "most", "rows/s", "peak MB", "times ours"];

    public static void Print(Benchmark benchmark, IReadOnlyList<Result> results, int runs)
    {
        Console.WriteLine();
        Console.WriteLine($"{benchmark.Name}: {benchmark.Title}; medians of {runs} interleaved runs");
        foreach (var line in Table([Heading, .. results.Select(result => Line(result, results[0]))]))
            Console.WriteLine(line);

        var named = results.ToDictionary(result => result.Contender.Name);
        foreach (var goal in benchmark.Goals)
        {
            var measured = goal.Measure(named);
            Console.WriteLine($"  {(goal.Holds(measured) ? "holds" : "MISSED")}: {goal.Text}: {Number(measured, "F2")}");
        }

        foreach (var result in results.Where(result => result.Rows != result.Asked))
            Console.WriteLine($"  {result.Contender.Name} did {result.Rows:N0} rows; its last column is scaled to {result.Asked:N0}.");
    }

    static string[] Line(Result result, Result ours) =>
    [
        result.Contender.Name,
        Number(result.Rows, "N0"),
        Number(result.Median, "F2"),
        Number(result.Least, "F2"),
        Number(result.Most, "F2"),
        Number(result.Rows / result.Median, "N0"),
        result.PeakBytes is { } bytes ? Number(bytes / (1024.0 * 1024), "F0") : "",
        Number(result.Scaled / ours.Scaled, "F2"),
    ];

    static IEnumerable<string> Table(IReadOnlyList<string[]> lines)
    {
        var widths = Heading.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        return lines.Select(line => "  " + string.Join("  ", line.Select((text, column) =>
            column == 0 ? text.PadRight(widths[column]) : text.PadLeft(widths[column]))));
    }

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
