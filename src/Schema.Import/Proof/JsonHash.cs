using System.Text;
using System.Text.Json;

namespace Schema.Import;

/// <summary>Hashes JSON as a value: order and repetition of members, spaces, escapes and ways to write a number do not count.</summary>
static class JsonHash
{
    public const int Size = 16;
    const int Small = 256;
    static readonly JsonReaderOptions Deep = new() { MaxDepth = 1000 };

    public static UInt128 Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Deep);
        reader.Read();

        return Value(ref reader);
    }

    static UInt128 Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Members(ref reader),
        JsonTokenType.StartArray => Items(ref reader),
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number => Tagged('n', JsonNumber.Canonical(Encoding.ASCII.GetString(reader.ValueSpan))),
        var literal => Tagged('l', literal.ToString()),
    };

    /// <summary>Of a member that is given twice the last one counts, as it does in jsonb.</summary>
    static UInt128 Members(ref Utf8JsonReader reader)
    {
        var members = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = Value(ref reader);
        }

        UInt128 sum = 0;
        foreach (var (name, value) in members)
            sum += Pair(Tagged('k', name), value);

        return Pair(sum, (UInt128)members.Count);
    }

    static UInt128 Items(ref Utf8JsonReader reader)
    {
        UInt128 chain = 1;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            chain = Pair(chain, Value(ref reader));

        return Pair(chain, 2);
    }

    /// <summary>The bytes as they lie there, or with their escapes taken out: as strings, tens of megabytes would be there three times.</summary>
    static UInt128 Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return RowHash.Of((byte)'s', reader.ValueSpan);

        var room = reader.ValueSpan.Length <= Small ? stackalloc byte[Small] : GC.AllocateUninitializedArray<byte>(reader.ValueSpan.Length);
        return RowHash.Of((byte)'s', room[..reader.CopyString(room)]);
    }

    static UInt128 Tagged(char tag, string text) => RowHash.Of((byte)tag, Encoding.UTF8.GetBytes(text));

    static UInt128 Pair(UInt128 left, UInt128 right)
    {
        Span<byte> both = stackalloc byte[32];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(both, left);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(both[16..], right);

        return RowHash.Of(both);
    }
}
