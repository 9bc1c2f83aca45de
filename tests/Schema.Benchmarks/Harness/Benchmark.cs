namespace Schema.Benchmarks;

/// <summary>One piece of work and the ways to do it; the first way is ours.</summary>
abstract class Benchmark
{
    public abstract string Name { get; }

    public abstract string Title { get; }

    public abstract long UsualRows { get; }

    public abstract IReadOnlyList<Contender> Contenders { get; }

    public abstract IReadOnlyList<Goal> Goals { get; }

    /// <summary>What all contenders find; each run gets a copy of the target of its own.</summary>
    public abstract Task Prepare(Arena arena, long rows, CancellationToken cancellationToken);
}
