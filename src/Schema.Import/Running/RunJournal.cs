using System.Text.Json;
using Npgsql;

namespace Schema.Import;

/// <summary>The run's second session: its ledger lines survive what the first session rolls back.</summary>
sealed class RunJournal(NpgsqlConnection connection) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public Task Write(string happened, MigrationStep step, string? message = null) => Ledger.Append(
        connection,
        happened,
        step.Migration,
        JsonSerializer.Serialize(new Dictionary<string, string?> { ["direction"] = step.IsUp ? "up" : "down", ["message"] = message }),
        // A line about an interruption is written after the interruption.
        CancellationToken.None);

    public async Task WriteEnd(Exception error, MigrationStep step, bool interrupted)
    {
        try
        {
            await Write(interrupted ? LedgerEvent.Cancelled : LedgerEvent.Failed, step, interrupted ? null : error.Message);
        }
        catch (NpgsqlException)
        {
            // The server is gone: "started" without an end is what the ledger can say.
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
