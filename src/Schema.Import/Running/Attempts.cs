using Npgsql;

namespace Schema.Import;

/// <summary>
/// Runs one transaction, from nothing again when a lock could not be had or a source was lost: by then it has been rolled
/// back. Nothing is ever tried again inside a transaction.
/// </summary>
sealed class Attempts(RunJournal journal, NpgsqlConnection session, EngineOptions options)
{
    const int ForLocks = 5;
    const int ForSources = 3;

    int locked;
    int lost;

    /// <summary>A transaction that is around several of these cannot be begun again for one of them.</summary>
    public bool Once { get; init; }

    public async Task Run(string subject, Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        while (!await Succeeds(subject, attempt, cancellationToken))
            await Task.Delay(TimeSpan.FromSeconds(locked + lost), cancellationToken);
    }

    async Task<bool> Succeeds(string subject, Func<CancellationToken, Task> attempt, CancellationToken cancellationToken)
    {
        await using var watch = BlockerWatch.Start(journal.Connection, session, subject, options.Progress);
        try
        {
            await attempt(cancellationToken);
            return true;
        }
        catch (Exception error) when (!Once && DatabaseFailure.IsLockTimeout(error) && ++locked < ForLocks)
        {
            options.Progress(new(MigrationMoment.Retrying, subject, Detail: watch.LastBlocker));
            return false;
        }
        catch (SourceLostException error) when (!Once && ++lost < ForSources)
        {
            options.Progress(new(MigrationMoment.SourceLost, subject, Detail: error.Message));
            return false;
        }
    }
}
