using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>A COPY into a table that sends one buffer while the next is filled; only <see cref="Complete"/> keeps the rows.</summary>
sealed class RowSender : IAsyncDisposable
{
    readonly NpgsqlRawCopyStream stream;
    readonly bool isBinary;
    readonly CopyEnd end;
    readonly CancellationToken cancellation;
    Task underWay = Task.CompletedTask;
    bool ended;

    RowSender(NpgsqlRawCopyStream stream, bool isBinary, CopyEnd end, CancellationToken cancellation) =>
        (this.stream, this.isBinary, this.end, this.cancellation) = (stream, isBinary, end, cancellation);

    public static async Task<RowSender> Start(NpgsqlConnection connection, TablePlan plan, bool isBinary, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", plan.Sent.Select(column => SqlName.Quote(column.Target.Name)));
        var copy = $"copy {plan.Target.Quoted} ({columns}) from stdin";
        var stream = isBinary
            ? await connection.BeginRawBinaryCopyAsync($"{copy} (format binary)", cancellationToken)
            : (NpgsqlRawCopyStream)((NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(copy, cancellationToken)).BaseStream;
        var sender = new RowSender(stream, isBinary, new CopyEnd(connection), cancellationToken);
        if (isBinary)
            await stream.WriteAsync(BinaryCopy.Header, cancellationToken);

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
        await end.Await(stream.DisposeAsync, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;

        ended = true;
        await underWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await end.Await(async () => await stream.CancelAsync(), cancellation);
    }
}
