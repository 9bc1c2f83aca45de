using System.Globalization;

namespace Schema.Benchmarks;

/// <summary>What is to be measured, with how many rows, and how often.</summary>
sealed record Choices(IReadOnlyList<Benchmark> Benchmarks, long? Rows, int Runs)
{
    const int UsualRuns = 3;

    public static Choices? Parse(string[] words, IReadOnlyList<Benchmark> known)
    {
        var names = new List<string>();
        var numbers = new Dictionary<string, long>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "--rows" or "--runs" && i + 1 < words.Length && TryNumber(words[i + 1], out var number))
                numbers[words[i++]] = number;
            else if (known.Any(benchmark => benchmark.Name == words[i]))
                names.Add(words[i]);
            else
                return Refuse(words[i], known);
        }

        return new Choices(
            [.. known.Where(benchmark => names.Count == 0 || names.Contains(benchmark.Name))],
            numbers.TryGetValue("--rows", out var rows) ? rows : null,
            numbers.TryGetValue("--runs", out var runs) ? (int)runs : UsualRuns);
    }

    static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    static Choices? Refuse(string word, IReadOnlyList<Benchmark> known)
    {
        Console.Error.WriteLine($"'{word}' is not understood. Usage: make bench ARGS=\"[NAMES] [--rows N] [--runs N]\"");
        foreach (var benchmark in known)
            Console.Error.WriteLine($"  {benchmark.Name,-8}  {benchmark.Title}");

        return null;
    }
}
