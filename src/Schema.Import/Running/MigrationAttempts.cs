using Npgsql;

namespace Schema.Import;

/// <summary>
/// Runs one migration, from nothing again when a lock could not be had or a source was lost: by then its transaction has
/// been rolled back. Nothing is ever tried again inside a transaction.
/// </summary>
sealed class MigrationAttempts(RunJournal journal, NpgsqlConnection session, EngineOptions options)
{
    const int ForLocks = 5;
    const int ForSources = 3;

    int locked;
    int lost;

    public async Task Run(MigrationStep step, Func<CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        while (!await Succeeds(step, migrate, cancellationToken))
            await Task.Delay(TimeSpan.FromSeconds(locked + lost), cancellationToken);
    }

    async Task<bool> Succeeds(MigrationStep step, Func<CancellationToken, Task> migrate, CancellationToken cancellationToken)
    {
        await using var watch = BlockerWatch.Start(journal.Connection, session, step.Migration, options.Progress);
        try
        {
            await migrate(cancellationToken);
            return true;
        }
        // The transaction of a dry run is around all migrations: it cannot be begun again for one of them.
        catch (Exception error) when (!options.DryRun && DatabaseFailure.IsLockTimeout(error) && ++locked < ForLocks)
        {
            options.Progress(new(MigrationMoment.Retrying, step.Migration, Detail: watch.LastBlocker));
            return false;
        }
        catch (SourceLostException error) when (!options.DryRun && ++lost < ForSources)
        {
            options.Progress(new(MigrationMoment.SourceLost, step.Migration, Detail: error.Message));
            return false;
        }
    }
}
