using Npgsql;

namespace Schema.Import;

/// <summary>A running COPY into a table; only <see cref="Complete"/> keeps the rows.</summary>
sealed class CopyIn : IAsyncDisposable
{
    public const int Chunk = 1 << 16;

    readonly NpgsqlRawCopyStream stream;
    readonly CopyEnd end;

    CopyIn(NpgsqlRawCopyStream stream, CopyEnd end) => (this.stream, this.end) = (stream, end);

    public RowBuffer Buffer { get; } = new();

    public static async Task<CopyIn> Start(
        NpgsqlConnection connection, string table, IEnumerable<string> columns, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(SqlName.Quote));
        var stream = await connection.BeginRawBinaryCopyAsync($"copy {table} ({names}) from stdin (format binary)", cancellationToken);
        var copy = new CopyIn(stream, new CopyEnd(connection, stream, cancellationToken));
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
        await end.Keep();
    }

    public ValueTask DisposeAsync() => end.DisposeAsync();
}
