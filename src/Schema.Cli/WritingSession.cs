using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A session that writes: known to the ledger, which it makes where there is none.</summary>
sealed class WritingSession : IAsyncDisposable
{
    bool isAlone;

    WritingSession(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    public static Task<WritingSession> Begin(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken) =>
        Begin(database, async session => await invocation.Options.Identity.Introduce(session.Connection, cancellationToken), cancellationToken);

    /// <summary>Also holds the migration lock until the end, so that nothing else changes the database meanwhile.</summary>
    public static Task<WritingSession> Alone(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken) =>
        Begin(
            database,
            async session =>
            {
                await using (var second = await database.Open(cancellationToken))
                    await PoolerCheck.Refuse(session.Connection, second, cancellationToken);

                await invocation.Options.Identity.Introduce(session.Connection, cancellationToken);
                await MigrationLock.Acquire(session.Connection, MigrationHistory.LockKey, invocation.Options, cancellationToken);
                session.isAlone = true;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (isAlone)
            await MigrationLock.GiveBack(Connection, MigrationHistory.LockKey);
        await Connection.DisposeAsync();
    }

    static async Task<WritingSession> Begin(
        TargetDatabase database, Func<WritingSession, Task> prepare, CancellationToken cancellationToken)
    {
        var session = new WritingSession(await database.Open(cancellationToken));
        try
        {
            await prepare(session);
            await PublicSchema.Enter(session.Connection, cancellationToken);
            await Ledger.Ensure(session.Connection, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
