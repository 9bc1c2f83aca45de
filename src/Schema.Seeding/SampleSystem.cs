namespace Schema.Seeding;

/// <summary>A legacy system in miniature.</summary>
public abstract class SampleSystem
{
    /// <summary>The seed that the demo and the tests use; another one makes other rows.</summary>
    public const ulong UsualSeed = 2026;

    /// <summary>All that there are; the demo imports from each.</summary>
    public static IReadOnlyList<SampleSystem> All { get; } =
    [
        new PlumeSample(),
        new SchoolSample(),
        new TimetableSample(),
    ];

    /// <summary>The name of the import that reads it.</summary>
    public abstract string Name { get; }

    /// <summary>Makes it, with as many rows as that number of people has, and says where it lives: what LEGACY_NAME is set to.</summary>
    public abstract Task<string> Make(SamplePlace place, int people, CancellationToken cancellationToken);
}
