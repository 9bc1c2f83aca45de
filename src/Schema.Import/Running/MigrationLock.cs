using System.Buffers.Binary;
using System.Data;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Schema.Import;

/// <summary>
/// One run at a time. Polled, never waited for inside the server: a session that waits in pg_advisory_lock holds a
/// snapshot, and CREATE INDEX CONCURRENTLY in the running session would wait for that snapshot for ever.
/// </summary>
public static class MigrationLock
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>One key for one history table, whoever asks and however he would have quoted its name.</summary>
    public static long KeyFor(string schema, string historyTable) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(SqlName.Quote(schema, historyTable))));

    public static async Task Acquire(NpgsqlConnection connection, long key, EngineOptions options, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        string? told = null;
        while (!await TryAcquire(connection, key, cancellationToken))
        {
            var holder = await RunningSession.HolderOf(connection, key, cancellationToken);
            if (options.PatienceForOtherRuns < waited.Elapsed)
                throw new SchemaException(
                    ExitCode.Unreachable,
                    $"The migration lock is held by {holder?.ToString() ?? "another session"}; waited {waited.Elapsed.TotalSeconds:F0} s.",
                    "Wait for that run to end (schema wait), or end its session.");

            // Who holds the lock is told once, not at every look.
            if (holder is not null && holder.Name != told)
                options.Progress(new(MigrationMoment.WaitingForLock, told = holder.Name, waited.Elapsed, holder.ToString()));

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>
    /// At a run's end. The server notices the end of a session a moment later, and the next run would wait for one that is over; a
    /// connection that the caller had opened stays open. A lost session has lost its lock.
    /// </summary>
    public static async Task GiveBack(NpgsqlConnection connection, long key)
    {
        if (connection.FullState != ConnectionState.Open)
            return;

        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock($1)", connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
        }
    }

    static async Task<bool> TryAcquire(NpgsqlConnection connection, long key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
