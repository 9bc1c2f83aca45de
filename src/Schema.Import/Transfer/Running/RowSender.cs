using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>A COPY into a table that sends one buffer while the next is filled; only <see cref="Complete"/> keeps the rows.</summary>
sealed class RowSender : IAsyncDisposable
{
    readonly NpgsqlRawCopyStream stream;
    readonly bool isBinary;
    readonly CopyEnd end;
    Task underWay = Task.CompletedTask;

    RowSender(NpgsqlRawCopyStream stream, bool isBinary, CopyEnd end) => (this.stream, this.isBinary, this.end) = (stream, isBinary, end);

    public static async Task<RowSender> Start(NpgsqlConnection connection, TablePlan plan, bool isBinary, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", plan.Sent.Select(column => SqlName.Quote(column.Target.Name)));
        var copy = $"copy {plan.Target.Quoted} ({columns}) from stdin";
        var stream = isBinary
            ? await connection.BeginRawBinaryCopyAsync($"{copy} (format binary)", cancellationToken)
            : (NpgsqlRawCopyStream)((NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(copy, cancellationToken)).BaseStream;
        var sender = new RowSender(stream, isBinary, new CopyEnd(connection, stream, cancellationToken));
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
        await end.Keep();
    }

    public async ValueTask DisposeAsync()
    {
        await underWay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await end.DisposeAsync();
    }
}
