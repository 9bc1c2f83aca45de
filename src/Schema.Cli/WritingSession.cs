using Npgsql;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A session that writes: known to the ledger, which it makes where there is none.</summary>
sealed class WritingSession : IAsyncDisposable
{
    WritingSession(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    public static Task<WritingSession> Begin(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken) =>
        Begin(database, async connection => await invocation.Options.Identity.Introduce(connection, cancellationToken), cancellationToken);

    /// <summary>Also holds the migration lock until the end, so that nothing else changes the database meanwhile.</summary>
    public static Task<WritingSession> Alone(Invocation invocation, TargetDatabase database, CancellationToken cancellationToken) =>
        Begin(
            database,
            async connection =>
            {
                await using (var second = await database.Open(cancellationToken))
                    await PoolerCheck.Refuse(connection, second, cancellationToken);

                await invocation.Options.Identity.Introduce(connection, cancellationToken);
                await MigrationLock.Acquire(connection, MigrationHistory.LockKey, invocation.Options, cancellationToken);
            },
            cancellationToken);

    // The lock falls with the session.
    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    static async Task<WritingSession> Begin(
        TargetDatabase database, Func<NpgsqlConnection, Task> prepare, CancellationToken cancellationToken)
    {
        var session = new WritingSession(await database.Open(cancellationToken));
        try
        {
            await prepare(session.Connection);
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
