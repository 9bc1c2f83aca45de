namespace Schema.Benchmarks;

/// <summary>All runs of one contender.</summary>
sealed record Result(Contender Contender, long Rows, long Asked, IReadOnlyList<Measurement> Runs)
{
    public double Median => (Sorted.ElementAt((Runs.Count - 1) / 2) + Sorted.ElementAt(Runs.Count / 2)) / 2;

    /// <summary>The median for as many rows as were asked for.</summary>
    public double Scaled => Median * Asked / Rows;

    public double Least => Sorted.First();

    public double Most => Sorted.Last();

    public long? PeakBytes => Runs.Max(run => run.PeakBytes);

    IEnumerable<double> Sorted => Runs.Select(run => run.Seconds).Order();
}
