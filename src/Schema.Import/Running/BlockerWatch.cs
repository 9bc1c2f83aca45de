using Npgsql;

namespace Schema.Import;

/// <summary>Says, while a migration runs, for whom it waits.</summary>
sealed class BlockerWatch : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource stop = new();
    readonly Task watching;

    BlockerWatch(NpgsqlConnection watcher, int process, string subject, Action<MigrationProgress> progress) =>
        watching = Watch(watcher, process, subject, progress, stop.Token);

    public string? LastBlocker { get; private set; }

    public static BlockerWatch Start(NpgsqlConnection watcher, NpgsqlConnection watched, string subject, Action<MigrationProgress> progress) =>
        new(watcher, watched.ProcessID, subject, progress);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    async Task Watch(NpgsqlConnection watcher, int process, string subject, Action<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Pause);
            while (await timer.WaitForNextTickAsync(cancellationToken))
                await Look(watcher, process, subject, progress);
        }
        catch (OperationCanceledException)
        {
            // The migration has ended; nothing is watched any more.
        }
        catch (NpgsqlException)
        {
            // The watcher's connection is gone; the migration's own error says why.
        }
    }

    async Task Look(NpgsqlConnection watcher, int process, string subject, Action<MigrationProgress> progress)
    {
        // Not cancelled in mid-query: the connection is needed for the ledger line that follows.
        var blockers = await RunningSession.BlockersOf(watcher, process, CancellationToken.None);
        if (blockers.Count == 0)
            return;

        var names = string.Join(", ", blockers);
        if (LastBlocker is null)
            progress(new(MigrationMoment.WaitingForTable, subject, Detail: names));

        LastBlocker = names;
    }
}
