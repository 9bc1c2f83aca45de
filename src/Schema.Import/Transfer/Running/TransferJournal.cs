using System.Text.Json;
using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>The copy's second session in the target: its ledger lines survive what the first session rolls back.</summary>
sealed class TransferJournal(NpgsqlConnection connection, string subject) : IAsyncDisposable
{
    public static async Task<TransferJournal> Open(DatabaseAddress address, TransferOptions options, CancellationToken cancellationToken)
    {
        var connection = await TransferSession.Connect(address, "The target", cancellationToken);
        try
        {
            await options.Identity.Introduce(connection, cancellationToken);
            await Ledger.Ensure(connection, cancellationToken);
            return new TransferJournal(connection, options.Command);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task Write(string happened, string detail, CancellationToken cancellationToken) =>
        Ledger.Append(connection, happened, subject, detail, cancellationToken);

    public async Task WriteEnd(Exception error, bool interrupted)
    {
        try
        {
            // Written after an interruption too; the lines after the first hold values, which the ledger does not keep.
            await Write(
                interrupted ? LedgerEvent.Cancelled : LedgerEvent.Failed,
                JsonSerializer.Serialize(new { message = interrupted ? null : error.Message.Split('\n')[0] }),
                CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The server is gone: "started" without an end is what the ledger can say.
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
