namespace Schema.Import;

/// <summary>What a run tells whoever watches it.</summary>
public sealed record MigrationProgress(MigrationMoment Moment, string Subject, TimeSpan Elapsed = default, string? Detail = null);

/// <summary>The moments of a migration run that are worth a line.</summary>
public enum MigrationMoment
{
    WaitingForLock,
    WaitingForTable,
    Applying,
    Applied,
    Reverting,
    Reverted,
    Retrying,
    SourceLost,
    Skipped,
}
