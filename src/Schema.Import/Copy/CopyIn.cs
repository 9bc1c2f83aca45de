using Npgsql;

namespace Schema.Import;

/// <summary>A running COPY into a table; only <see cref="Complete"/> keeps the rows.</summary>
sealed class CopyIn : IAsyncDisposable
{
    public const int Chunk = 1 << 16;

    readonly NpgsqlRawCopyStream stream;
    readonly CopyEnd end;
    readonly CancellationToken cancellation;
    bool ended;

    CopyIn(NpgsqlRawCopyStream stream, CopyEnd end, CancellationToken cancellation) =>
        (this.stream, this.end, this.cancellation) = (stream, end, cancellation);

    public RowBuffer Buffer { get; } = new();

    public static async Task<CopyIn> Start(
        NpgsqlConnection connection, string table, IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(SqlName.Quote));
        var stream = await connection.BeginRawBinaryCopyAsync($"copy {table} ({names}) from stdin (format binary)", cancellationToken);
        var copy = new CopyIn(stream, new CopyEnd(connection), cancellationToken);
        BinaryCopy.Header.CopyTo(copy.Buffer.Take(BinaryCopy.Header.Length));

        return copy;
    }

    public async ValueTask Flush(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Buffer.Written, cancellationToken);
        Buffer.Clear();
    }

    public async Task Complete(CancellationToken cancellationToken)
    {
        BinaryCopy.Trailer.CopyTo(Buffer.Take(BinaryCopy.Trailer.Length));
        await Flush(cancellationToken);
        ended = true;
        await end.Await(stream.DisposeAsync, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;

        ended = true;
        await end.Await(async () => await stream.CancelAsync(), cancellation);
    }
}
