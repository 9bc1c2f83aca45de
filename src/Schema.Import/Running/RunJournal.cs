using System.Text.Json.Nodes;
using Npgsql;

namespace Schema.Import;

/// <summary>The run's second session: its ledger lines survive what the first session rolls back.</summary>
sealed class RunJournal(NpgsqlConnection connection) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public Task Write(string happened, MigrationStep step, string? message = null) =>
        Write(happened, step.Migration, new() { ["direction"] = Direction(step), ["message"] = message });

    /// <summary>Written long after the step has ended, so that its line says itself how long it took.</summary>
    public Task WriteRehearsed(MigrationStep step, TimeSpan took) =>
        Write(LedgerEvent.DryRun, step.Migration, new() { ["direction"] = Direction(step), ["seconds"] = took.TotalSeconds });

    // A line about an interruption is written after the interruption.
    public Task Write(string happened, string subject, JsonObject? detail = null) =>
        Ledger.Append(connection, happened, subject, (detail ?? []).ToJsonString(), CancellationToken.None);

    public Task WriteEnd(Exception error, MigrationStep step, bool interrupted) =>
        WriteEnd(error, step.Migration, interrupted, new() { ["direction"] = Direction(step) });

    public Task WriteEnd(Exception error, string import, bool interrupted) => WriteEnd(error, import, interrupted, []);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    static string Direction(MigrationStep step) => step.IsUp ? "up" : "down";

    async Task WriteEnd(Exception error, string subject, bool interrupted, JsonObject detail)
    {
        detail["message"] = interrupted ? null : error.Message;
        try
        {
            await Write(interrupted ? LedgerEvent.Cancelled : LedgerEvent.Failed, subject, detail);
        }
        catch (NpgsqlException)
        {
            // The server is gone: "started" without an end is what the ledger can say.
        }
    }
}
