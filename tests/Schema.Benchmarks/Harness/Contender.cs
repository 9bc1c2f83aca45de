namespace Schema.Benchmarks;

/// <summary>One way to do the work.</summary>
abstract class Contender
{
    public abstract string Name { get; }

    /// <summary>How many rows it does when so many are asked for; a slow one does fewer and is scaled, which the table says.</summary>
    public virtual long Rows(long asked) => asked;

    public abstract Task<Measurement> Measure(Arena arena, Benchmark benchmark, long rows, CancellationToken cancellationToken);
}

/// <summary>How long it took and how much memory its process had at most, where that is known.</summary>
sealed record Measurement(double Seconds, long? PeakBytes);

/// <summary>A number to hold: how many times the first contender's seconds (or its memory) the other's are.</summary>
sealed record Goal(string Text, Func<IReadOnlyDictionary<string, Result>, double> Measure, Func<double, bool> Holds);
