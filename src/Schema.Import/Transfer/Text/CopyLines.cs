using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>The lines of a COPY … TO STDOUT, whole ones or piece by piece, without making strings of them.</summary>
sealed class CopyLines : IAsyncDisposable
{
    const int Large = 1 << 20;
    const int Roomy = 1 << 28;

    readonly NpgsqlCopyTextReader reader;
    readonly Stream stream;
    byte[] bytes = new byte[1 << 18];
    int start, length, next, end, searched;
    bool ended;

    CopyLines(NpgsqlCopyTextReader reader) => (this.reader, stream) = (reader, reader.BaseStream);

    /// <summary>The line or piece of it that was read last, without its end; it may be changed in place.</summary>
    public Span<byte> Piece => bytes.AsSpan(start, length);

    /// <summary>Whether the line ends with the piece.</summary>
    public bool EndsLine { get; private set; }

    public long Bytes { get; private set; }

    public static async Task<CopyLines> Start(NpgsqlConnection connection, string query, CancellationToken cancellationToken) =>
        new((NpgsqlCopyTextReader)await connection.BeginTextExportAsync($"copy ({query}) to stdout", cancellationToken));

    /// <summary>Goes on to as much of the next line as has arrived.</summary>
    public ValueTask<bool> ReadPiece(CancellationToken cancellationToken)
    {
        (start, length) = (next, 0);
        return TryFrame() ? ValueTask.FromResult(true) : ReceivePiece(cancellationToken);
    }

    /// <summary>Goes on to the whole of the next line.</summary>
    public ValueTask<bool> ReadLine(CancellationToken cancellationToken)
    {
        (start, length) = (next, 0);
        return TryFrame() ? ValueTask.FromResult(true) : ReceiveLine(cancellationToken);
    }

    /// <summary>Left before its end, the server is told to stop sending.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!ended)
            await reader.CancelAsync();

        reader.Dispose();
    }

    async ValueTask<bool> ReceivePiece(CancellationToken cancellationToken)
    {
        if (!await Receive(cancellationToken))
            return false;

        if (!TryFrame())
            (length, next, EndsLine) = (end - start, end, false);

        return true;
    }

    async ValueTask<bool> ReceiveLine(CancellationToken cancellationToken)
    {
        while (await Receive(cancellationToken))
            if (TryFrame())
                return true;

        return start < end ? throw new EndOfStreamException("The server ended a COPY before its last line.") : false;
    }

    bool TryFrame()
    {
        var from = Math.Max(searched, start);
        var at = bytes.AsSpan(from, end - from).IndexOf(CopyText.NewLine);
        searched = end;
        if (at < 0)
            return false;

        length = from + at - start;
        next = searched = from + at + 1;
        EndsLine = true;
        return true;
    }

    /// <summary>Pages that are never written to take no memory; a buffer that grows step by step is there twice at each of them.</summary>
    byte[] Larger()
    {
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(bytes.Length * 2L, bytes.Length < Large ? 0 : Roomy), Array.MaxLength));
        bytes.AsSpan(0, end).CopyTo(larger);
        return larger.Length > bytes.Length ? larger : throw new InvalidDataException($"A row of more than {Array.MaxLength:N0} bytes cannot be read.");
    }

    /// <summary>Moves the unread bytes to the front, makes room for more, and adds what has arrived.</summary>
    async ValueTask<bool> Receive(CancellationToken cancellationToken)
    {
        var kept = end - start;
        if (start > 0)
            bytes.AsSpan(start, kept).CopyTo(bytes);
        else if (end == bytes.Length)
            bytes = Larger();

        (searched, start, next, end) = (searched - start, 0, 0, kept);
        var read = await stream.ReadAsync(bytes.AsMemory(end), cancellationToken);
        (end, ended) = (end + read, read == 0);
        Bytes += read;
        return read > 0;
    }
}
