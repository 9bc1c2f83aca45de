using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>Our program, told in words what to bring into a fresh target.</summary>
sealed class PublishedTransfer(string name, Func<DatabaseAddress, string, string[]> words) : Contender
{
    public override string Name => name;

    public override async Task<Measurement> Measure(Arena arena, Benchmark benchmark, long rows, CancellationToken cancellationToken)
    {
        var target = await arena.FreshTarget(cancellationToken);
        var measured = await PublishedProgram.Run(words(arena.Legacy, target.ConnectionString), cancellationToken);
        await WideAndNarrow.Check(name, target, rows, cancellationToken);

        return measured;
    }
}
