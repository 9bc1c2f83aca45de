using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Source and target, opened and read side by side: both wait for a server, and for code that runs for the first time.</summary>
static class TransferEnds
{
    public static async Task<(TransferSource Source, NpgsqlConnection Target)> Open(string from, DatabaseAddress to, CancellationToken cancellationToken)
    {
        var source = Task.Run(() => TransferSource.Open(from, cancellationToken), cancellationToken);
        var target = Task.Run(() => TransferSession.Connect(to, "The target", cancellationToken), cancellationToken);
        try
        {
            await Task.WhenAll(source, target);
            return (await source, await target);
        }
        catch
        {
            if (source.IsCompletedSuccessfully)
                await (await source).DisposeAsync();
            if (target.IsCompletedSuccessfully)
                await (await target).DisposeAsync();

            throw;
        }
    }

    public static async Task<(IReadOnlyList<SourceTable> Sources, IReadOnlyList<TransferTable> Targets)> Tables(
        TransferSource source, NpgsqlConnection target, CancellationToken cancellationToken)
    {
        var sources = Task.Run(() => source.Tables(cancellationToken), cancellationToken);
        var targets = Task.Run(() => TransferTables.Read(target, cancellationToken), cancellationToken);
        await Task.WhenAll(sources, targets);
        return (await sources, await targets);
    }
}
