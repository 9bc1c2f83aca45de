using System.Buffers;

namespace Schema.Import.Transfer;

/// <summary>
/// A CSV file whose columns of bytes are written as <c>\x</c> and hexadecimal digits, read as one in which the bytes themselves stand
/// between quotes: nobody holds more of a large value than it is.
/// </summary>
sealed class PackedBytes(Stream file, string name, IReadOnlyList<SourceColumn> columns) : Stream
{
    const byte Quote = (byte)'"';
    const byte Comma = (byte)',';
    const byte NewLine = (byte)'\n';
    const int Digits = 1 << 11;

    static readonly SearchValues<byte> Ends = SearchValues.Create(",\n"u8);
    static readonly SearchValues<byte> Marks = SearchValues.Create(",\n\""u8);

    readonly byte[] block = new byte[1 << 17];
    Place place;
    int next, end, column;
    bool inRows;

    /// <summary>The last byte that was read, when it says nothing without the one behind it.</summary>
    byte? waiting;

    enum Place
    {
        Start,
        Plain,
        Quoted,
        Packed,
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    bool IsPacked => place == Place.Packed || (place == Place.Start && inRows && column < columns.Count && columns[column].Type.IsBinary);

    /// <summary>As much as there is room for, so that a large record is not looked through for every block of it.</summary>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = 0;
        while (read < buffer.Length && (next < end || await Fill(cancellationToken)))
        {
            var count = Math.Min(buffer.Length - read, end - next);
            block.AsSpan(next, count).CopyTo(buffer.Span[read..]);
            (read, next) = (read + count, next + count);
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A block is rewritten where it stands: it gets shorter, but for the closing quote of what began in the one before.</summary>
    async ValueTask<bool> Fill(CancellationToken cancellationToken)
    {
        var start = 1;
        if (waiting is { } before)
            block[start++] = before;

        var read = await file.ReadAsync(block.AsMemory(start), cancellationToken);
        if (read == 0 && waiting is not null)
            throw Broken();

        waiting = null;
        (next, end) = (0, Rewrite(block.AsSpan(0, start + read)));
        return read > 0;
    }

    int Rewrite(Span<byte> text)
    {
        var (at, to) = (1, 0);
        while (at < text.Length)
        {
            if (!IsPacked || text[at] is Comma or NewLine)
                AsItIs(text, ref at, ref to);
            else if (text.Length - at == 1)
                waiting = text[at++];
            else
                Pack(text, ref at, ref to);
        }

        return to;
    }

    /// <summary>As much of a field as is here, with the mark behind it.</summary>
    void AsItIs(Span<byte> text, ref int at, ref int to)
    {
        if (place == Place.Packed)
            text[to++] = Quote;

        var rest = text[at..];
        var found = place == Place.Quoted ? rest.IndexOf(Quote) : rest.IndexOfAny(Marks);
        if (found >= 0)
            Pass(rest[found]);
        else if (place == Place.Start)
            place = Place.Plain;

        var length = found < 0 ? rest.Length : found + 1;
        rest[..length].CopyTo(text[to..]);
        (at, to) = (at + length, to + length);
    }

    /// <summary>A doubled quote closes the field and opens it again.</summary>
    void Pass(byte mark)
    {
        if (mark == Quote)
        {
            place = place == Place.Quoted ? Place.Plain : Place.Quoted;
            return;
        }

        (place, column) = (Place.Start, mark == Comma ? column + 1 : 0);
        inRows |= mark == NewLine;
    }

    void Pack(Span<byte> text, ref int at, ref int to)
    {
        if (place == Place.Start)
        {
            if (!text[at..].StartsWith(@"\x"u8))
                throw Broken();

            (place, text[to++]) = (Place.Packed, Quote);
            at += 2;
            return;
        }

        var digits = text.Slice(at, Math.Min(Digits, text.Length - at));
        digits = digits.IndexOfAny(Ends) is >= 0 and var length ? digits[..length] : digits[..(digits.Length & ~1)];
        Span<byte> bytes = stackalloc byte[Digits / 2];
        if (Convert.FromHexString(digits, bytes, out _, out var count) != OperationStatus.Done)
            throw Broken();

        at += digits.Length;
        Quoted(bytes[..count], text, ref to);
    }

    static void Quoted(ReadOnlySpan<byte> bytes, Span<byte> text, ref int to)
    {
        for (var at = 0; at >= 0;)
        {
            at = bytes.IndexOf(Quote);
            var part = at < 0 ? bytes : bytes[..(at + 1)];
            part.CopyTo(text[to..]);
            to += part.Length;
            bytes = bytes[part.Length..];
            if (at >= 0)
                text[to++] = Quote;
        }
    }

    SchemaException Broken() => new(
        ExitCode.DataRefused,
        $@"{name}: {columns[column].Name} holds bytes that are not written as \x and hexadecimal digits.",
        "Nothing was changed. Export again.");
}
