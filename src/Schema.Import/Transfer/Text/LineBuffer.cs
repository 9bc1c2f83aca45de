using System.Buffers.Binary;

namespace Schema.Import.Transfer;

/// <summary>Rows in a form of COPY, written field by field into one buffer, hashed as they go, sent when it is full.</summary>
sealed class LineBuffer(bool hashes = true, bool escapes = true)
{
    public const int Full = 1 << 18;

    byte[] bytes = new byte[Full + (1 << 18)];
    byte[] other = new byte[Full + (1 << 18)];
    int length, lineStart, hashed;
    LineHash hash;

    /// <summary>Whether lines are hashed at all.</summary>
    public bool Hashes => hashes;

    public bool IsFull => length >= Full;

    public int Length => length;

    /// <summary>Where nothing is escaped, a NULL is no text: it was written since the last <see cref="Clear"/>.</summary>
    public bool IsNull { get; private set; }

    /// <summary>The hash of the line so far.</summary>
    public UInt128 Sum()
    {
        AddToHash();
        return hash.Sum();
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    public void Fill(byte value, int count) => Take(count).Fill(value);

    public void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);

    /// <summary>So many bytes, to be filled by the caller.</summary>
    public Span<byte> Room(int size) => Take(size);

    public void Null()
    {
        IsNull = true;
        if (escapes)
            Raw(CopyText.Null);
    }

    public void Escaped(ReadOnlySpan<byte> value)
    {
        if (!escapes)
        {
            Raw(value);
            return;
        }

        var room = Take(2 * value.Length);
        length -= room.Length - CopyText.Escape(value, room);
    }

    public void Hex(ReadOnlySpan<byte> value)
    {
        if (!Convert.TryToHexStringLower(value, Take(2 * value.Length), out _))
            throw new InvalidOperationException("The room for hexadecimal digits is twice the bytes.");
    }

    public void Base64(ReadOnlySpan<byte> value)
    {
        var room = Take(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(value.Length));
        System.Buffers.Text.Base64.EncodeToUtf8(value, room, out _, out _);
    }

    public void Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        var room = Take(48);
        if (!value.TryFormat(room, out var written, default, null))
            throw new InvalidOperationException("A number has at most 48 digits.");

        length -= room.Length - written;
    }

    /// <summary>From here to <see cref="HashInstead"/> the line's own bytes do not count.</summary>
    public void HashUpToHere() => AddToHash();

    /// <summary>What was written since <see cref="HashUpToHere"/> has more than one text; this stands for it.</summary>
    public void HashInstead(ReadOnlySpan<byte> canonical)
    {
        hashed = length;
        hash.Add(canonical);
    }

    /// <summary>The line's hash so far is kept, the bytes after it are not sent.</summary>
    public void DropFrom(int position) => length = hashed = position;

    public void EndLine()
    {
        Byte(CopyText.NewLine);
        (lineStart, hashed, hash) = (length, length, default);
    }

    /// <summary>The line under way, as far as it was not handed out yet.</summary>
    public ReadOnlySpan<byte> Line => bytes.AsSpan(lineStart, length - lineStart);

    /// <summary>Takes the line back that <see cref="EndLine"/> has not ended yet.</summary>
    public void TakeBackLine()
    {
        length = hashed = lineStart;
        hash = default;
    }

    /// <summary>Hands out what is written and goes on in the other buffer; the one handed out is used again after the next swap.</summary>
    public ReadOnlyMemory<byte> Swap()
    {
        AddToHash();
        var full = bytes.AsMemory(0, length);
        (bytes, other) = (other, bytes);
        length = lineStart = hashed = 0;
        return full;
    }

    /// <summary>What is full goes nowhere: only its hash is wanted.</summary>
    public ValueTask Discard()
    {
        AddToHash();
        length = lineStart = hashed = 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>Begins anew with a single value.</summary>
    public void Clear()
    {
        length = lineStart = hashed = 0;
        IsNull = false;
    }

    void AddToHash()
    {
        if (hashes)
            hash.Add(bytes.AsSpan(hashed, length - hashed));

        hashed = length;
    }

    Span<byte> Take(int size)
    {
        if (bytes.Length - length < size)
            bytes = Larger(Math.Max(bytes.Length * 2, checked(length + size)));

        var taken = bytes.AsSpan(length, size);
        length += size;
        return taken;
    }

    /// <summary>Room for escapes that do not come is never written to, and takes no memory.</summary>
    byte[] Larger(int size)
    {
        var larger = GC.AllocateUninitializedArray<byte>(size);
        bytes.AsSpan(0, length).CopyTo(larger);
        return larger;
    }
}
