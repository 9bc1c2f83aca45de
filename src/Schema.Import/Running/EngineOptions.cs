using Npgsql;

namespace Schema.Import;

/// <summary>How migrations run: by whom, with which settings, and what a person allowed.</summary>
public sealed record EngineOptions
{
    public required Settings Settings { get; init; }

    public RunIdentity Identity { get; init; } = RunIdentity.New("schema");

    public bool UnderDotnetEf { get; init; }

    /// <summary>A person said that undoing migrations in Production is meant.</summary>
    public bool AllowProduction { get; init; }

    public bool DryRun { get; init; }

    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for another run to end; without it, as long as that takes.</summary>
    public TimeSpan? PatienceForOtherRuns { get; init; }

    public ImportChoices Imports { get; init; } = new();

    public Action<MigrationProgress> Progress { get; init; } = _ => { };

    public IProgress<ImportProgress>? ImportProgress { get; init; }

    /// <summary>Told of every import that ran, in dry runs too.</summary>
    public Action<ImportReport> Imported { get; init; } = _ => { };

    public Action<UndoReport> Undone { get; init; } = _ => { };

    /// <summary>Sees what will run, under the lock and before anything does, and may refuse it.</summary>
    public Func<NpgsqlConnection, IReadOnlyList<MigrationStep>, CancellationToken, Task> Preflight { get; init; } = (_, _, _) => Task.CompletedTask;
}
