using System.Buffers.Binary;

namespace Schema.Import;

/// <summary>A one-dimensional array; each element is written as a field of its own.</summary>
sealed class ArrayFormat<TElement>(FieldFormat<TElement> format, uint elementOid) : FieldFormat<TElement[]>
{
    public override string? Write(RowBuffer buffer, TElement[] value)
    {
        var start = buffer.BeginField();
        var header = buffer.Take(value.Length == 0 ? 12 : 20);
        header.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], elementOid);
        if (value.Length > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(header, 1);
            BinaryPrimitives.WriteInt32BigEndian(header[4..], Array.Exists(value, element => element is null) ? 1 : 0);
            BinaryPrimitives.WriteInt32BigEndian(header[12..], value.Length);
            BinaryPrimitives.WriteInt32BigEndian(header[16..], 1);
        }

        foreach (var element in value)
        {
            if (format.Write(buffer, element) is { } refusal)
                return $"has an element that {refusal}";
        }

        buffer.EndField(start);
        return null;
    }
}
