using System.Buffers.Binary;
using Npgsql;

namespace Schema.Import;

/// <summary>The rows of a query in the binary COPY format, one after the other.</summary>
sealed class CopyOut : IAsyncDisposable
{
    readonly NpgsqlRawCopyStream stream;
    byte[] bytes = new byte[1 << 17];
    int start;
    int end;
    int length;

    CopyOut(NpgsqlRawCopyStream stream) => this.stream = stream;

    /// <summary>The row as it came: the number of its fields, then each with its length.</summary>
    public ReadOnlySpan<byte> Row => bytes.AsSpan(start, length);

    public static async Task<CopyOut> Start(NpgsqlConnection connection, string query, CancellationToken cancellationToken)
    {
        var copy = new CopyOut(await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", cancellationToken));
        await copy.Fill(BinaryCopy.Header.Length, cancellationToken);
        copy.start = BinaryCopy.Header.Length;

        return copy;
    }

    /// <summary>Moves to the next row; synchronous as long as it is in the buffer.</summary>
    public ValueTask<bool> Read(CancellationToken cancellationToken)
    {
        start += length;
        length = 0;

        return TryFrame(out var ended) ? ValueTask.FromResult(!ended) : ReadMore(cancellationToken);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    async ValueTask<bool> ReadMore(CancellationToken cancellationToken)
    {
        bool ended;
        do
        {
            await Fill(end - start + 1, cancellationToken);
        }
        while (!TryFrame(out ended));

        return !ended;
    }

    bool TryFrame(out bool ended)
    {
        ended = false;
        var rest = bytes.AsSpan(start, end - start);
        if (rest.Length < 2)
            return false;

        int fields = BinaryPrimitives.ReadInt16BigEndian(rest);
        ended = fields < 0;
        var at = 2;
        for (; fields > 0; fields--)
        {
            if (rest.Length < at + 4)
                return false;

            at += 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(rest[at..]));
        }

        if (rest.Length < at)
            return false;

        length = at;
        return true;
    }

    /// <summary>Reads until at least so many bytes stand after <see cref="start"/>.</summary>
    async ValueTask Fill(int wanted, CancellationToken cancellationToken)
    {
        if (start > 0)
            bytes.AsSpan(start, end - start).CopyTo(bytes);

        (start, end) = (0, end - start);
        while (end < wanted)
        {
            if (end == bytes.Length)
                Array.Resize(ref bytes, bytes.Length * 2);

            var read = await stream.ReadAsync(bytes.AsMemory(end), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException("The server ended a COPY before its last row.");

            end += read;
        }
    }
}
