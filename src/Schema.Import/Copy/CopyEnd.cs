using Npgsql;

namespace Schema.Import;

/// <summary>
/// The end of a COPY, with its rows or without. Npgsql waits for the server, which may be busy for long with what it has got: with
/// triggers, with a key that another transaction is about to insert. Whoever stops waiting asks the server to stop too, in another session.
/// </summary>
sealed class CopyEnd(NpgsqlConnection connection, NpgsqlRawCopyStream stream, CancellationToken cancellation) : IAsyncDisposable
{
    // A pooler tells another number than the server's; whose session it is, and what it does, is looked at as well.
    const string Stop =
        """
        select pg_cancel_backend(pid) from pg_stat_activity
        where pid = $1 and datname = current_database() and usename = current_user and state = 'active' and query ilike 'copy %'
        """;

    readonly int process = connection.ProcessID;

    bool ended;

    public Task Keep() => End(stream.DisposeAsync);

    /// <summary>What was not kept is dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!ended)
            await End(async () => await stream.CancelAsync());
    }

    async Task End(Func<ValueTask> end)
    {
        ended = true;
        var asked = Task.CompletedTask;
        try
        {
            await using (cancellation.Register(() => asked = Ask()))
                await end();
        }
        catch (PostgresException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            await asked;
        }
    }

    async Task Ask()
    {
        try
        {
            await using var beside = (NpgsqlConnection)((ICloneable)connection).Clone();
            await beside.OpenAsync();
            await using var command = new NpgsqlCommand(Stop, beside);
            command.Parameters.Add(new() { Value = process });
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception error) when (DatabaseFailure.IsKnown(error))
        {
            // Then the server ends it when it comes to it.
        }
    }
}
