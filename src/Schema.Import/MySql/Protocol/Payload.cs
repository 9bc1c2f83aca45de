using System.Buffers.Binary;
using System.Text;

namespace Schema.Import.MySql;

/// <summary>Reads one packet's payload from front to back; what does not fit is malformed.</summary>
ref struct Payload(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> rest = bytes;

    public readonly ReadOnlySpan<byte> Rest => rest;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong Length() => Byte() switch
    {
        < 0xfb and var small => small,
        0xfc => UInt16(),
        0xfd => UInt16() | (ulong)Byte() << 16,
        0xfe => UInt32() | (ulong)UInt32() << 32,
        var other => throw Malformed($"0x{other:x2} stands where a length was expected"),
    };

    public ReadOnlySpan<byte> LengthPrefixed() => Take(Length());

    public string Text() => Encoding.UTF8.GetString(LengthPrefixed());

    public ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)rest.Length)
            throw Malformed($"{count} bytes were expected where {rest.Length} are left");

        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    /// <summary>The text up to a NUL, or to the end when the server left the NUL out.</summary>
    public string TextToNul()
    {
        var length = rest.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(Take((ulong)(length < 0 ? rest.Length : length)));
        if (length >= 0)
            Take(1);

        return text;
    }

    public static InvalidDataException Malformed(string found) => new($"the packet is malformed: {found}");
}
