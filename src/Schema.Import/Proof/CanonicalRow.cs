using System.Buffers.Binary;

namespace Schema.Import;

/// <summary>Brings a row in the binary COPY format into the one form in which equal rows are equal bytes.</summary>
/// <remarks>Nearly all types have that form already; jsonb does not, for the server writes its own text of a value.</remarks>
sealed class CanonicalRow(IReadOnlyList<TargetColumn> columns, IReadOnlyList<int> key)
{
    readonly bool[] json = [.. columns.Select(column => column.Type.Name == "jsonb")];
    readonly bool hasJson = columns.Any(column => column.Type.Name == "jsonb");
    byte[] bytes = new byte[1024];

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> row)
    {
        if (!hasJson)
            return row;

        var (read, written) = (2, 2);
        Ensure(row.Length + (columns.Count * JsonHash.Size));
        row[..2].CopyTo(bytes);
        foreach (var isJson in json)
        {
            var field = Field(row, ref read);
            written += isJson && field.Length > 4 ? WriteJson(field[4..], bytes.AsSpan(written)) : Copy(field, bytes.AsSpan(written));
        }

        return bytes.AsSpan(0, written);
    }

    /// <summary>Rows of one key are in one group on both sides.</summary>
    public int Group(ReadOnlySpan<byte> row)
    {
        ulong hash = 0;
        foreach (var ordinal in key)
            hash = (hash * 31) + (ulong)RowHash.Of(FieldAt(row, ordinal));

        return (int)(hash % RowDigest.Groups);
    }

    /// <summary>A field with its length before it.</summary>
    public static ReadOnlySpan<byte> FieldAt(ReadOnlySpan<byte> row, int ordinal)
    {
        var at = 2;
        for (; ordinal > 0; ordinal--)
            Field(row, ref at);

        return Field(row, ref at);
    }

    static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> row, scoped ref int at)
    {
        var size = 4 + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(row[at..]));
        var field = row.Slice(at, size);
        at += size;

        return field;
    }

    static int Copy(ReadOnlySpan<byte> field, Span<byte> destination)
    {
        field.CopyTo(destination);
        return field.Length;
    }

    static int WriteJson(ReadOnlySpan<byte> versioned, Span<byte> destination)
    {
        BinaryPrimitives.WriteInt32BigEndian(destination, JsonHash.Size);
        BinaryPrimitives.WriteUInt128BigEndian(destination[4..], JsonHash.Of(versioned[1..]));

        return 4 + JsonHash.Size;
    }

    void Ensure(int size)
    {
        if (bytes.Length < size)
            bytes = new byte[Math.Max(size, bytes.Length * 2)];
    }
}
