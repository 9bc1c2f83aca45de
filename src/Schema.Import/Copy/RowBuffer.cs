using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Schema.Import;

/// <summary>Rows in the binary COPY format, ready to be sent; the row being written can be taken back.</summary>
sealed class RowBuffer(int capacity = 1 << 17)
{
    byte[] bytes = new byte[capacity];
    int length;
    int rowStart;

    public int Length => length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public ReadOnlySpan<byte> Row => bytes.AsSpan(rowStart, length - rowStart);

    public void Clear() => length = rowStart = 0;

    public void StartRow(int fields)
    {
        rowStart = length;
        BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)fields);
    }

    public void TakeBackRow() => length = rowStart;

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    public void Bool(bool value)
    {
        var field = Field(1);
        field[0] = value ? (byte)1 : (byte)0;
    }

    public void Int16(short value) => BinaryPrimitives.WriteInt16BigEndian(Field(2), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Field(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Field(8), value);

    public void Uuid(Guid value) => value.TryWriteBytes(Field(16), bigEndian: true, out _);

    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Field(value.Length));

    /// <summary>Room for a field whose length is known only once it is written; close it with <see cref="EndField"/>.</summary>
    public int BeginField()
    {
        Take(4);
        return length;
    }

    public void EndField(int start) => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start - 4), length - start);

    public Span<byte> Field(int size)
    {
        var field = Take(size + 4);
        BinaryPrimitives.WriteInt32BigEndian(field, size);

        return field[4..];
    }

    /// <summary>The next bytes, at least as many as asked for; <see cref="GiveBack"/> returns those not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Take(int size)
    {
        if (bytes.Length - length < size)
            Grow(size);

        var taken = bytes.AsSpan(length, size);
        length += size;

        return taken;
    }

    public void GiveBack(int size) => length -= size;

    void Grow(int size) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, checked(length + size)));
}
