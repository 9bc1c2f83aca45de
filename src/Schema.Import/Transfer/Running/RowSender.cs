using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>A COPY into a table that sends one buffer while the next is filled; only <see cref="Complete"/> keeps the rows.</summary>
sealed class RowSender : IAsyncDisposable
{
    readonly NpgsqlRawCopyStream stream;
    readonly bool isBinary;
    Task underWay = Task.CompletedTask;
    bool ended;

    RowSender(NpgsqlRawCopyStream stream, bool isBinary) => (this.stream, this.isBinary) = (stream, isBinary);

    public static async Task<RowSender> Start(NpgsqlConnection connection, TablePlan plan, bool isBinary, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", plan.Sent.Select(column => SqlName.Quote(column.Target.Name)));
        var copy = $"copy {plan.Target.Quoted} ({columns}) from stdin";
        if (!isBinary)
            return new((NpgsqlRawCopyStream)((NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(copy, cancellationToken)).BaseStream, false);

        var sender = new RowSender(await connection.BeginRawBinaryCopyAsync($"{copy} (format binary)", cancellationToken), true);
        await sender.stream.WriteAsync(BinaryCopy.Header, cancellationToken);
        return sender;
    }

    public async ValueTask Send(LineBuffer line, CancellationToken cancellationToken)
    {
        await underWay;
        var full = line.Swap();
        underWay = Task.Run(async () => await stream.WriteAsync(full, cancellationToken), cancellationToken);
    }

    public async Task Complete(LineBuffer line, CancellationToken cancellationToken)
    {
        if (isBinary)
            line.Raw(BinaryCopy.Trailer);

        await Send(line, cancellationToken);
        await underWay;
        ended = true;
        await stream.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;

        ended = true;
        await underWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stream.CancelAsync();
    }
}
