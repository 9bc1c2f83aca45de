using Npgsql;

namespace Schema.Seeding;

/// <summary>A legacy system in miniature: what it is called, and how an empty database becomes one.</summary>
public abstract class SampleSystem
{
    /// <summary>The seed that the demo and the tests use; another one makes other rows.</summary>
    public const ulong UsualSeed = 2026;

    /// <summary>All that there are; the demo imports from each.</summary>
    public static IReadOnlyList<SampleSystem> All { get; } =
    [
        new PlumeSample(),
        new SchoolSample(),
    ];

    /// <summary>The name of the import that reads it.</summary>
    public abstract string Name { get; }

    /// <summary>Makes its tables and rows in an empty database, as many as that number of people has.</summary>
    public abstract Task Fill(NpgsqlConnection empty, int people, CancellationToken cancellationToken);
}
