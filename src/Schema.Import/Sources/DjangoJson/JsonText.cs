using System.Text.Json;

namespace Schema.Import;

/// <summary>What a text means once its escapes are read.</summary>
static class JsonText
{
    public static byte[] Of(ref Utf8JsonReader reader)
    {
        var plain = new byte[reader.ValueSpan.Length];
        return plain[..Copy(ref reader, plain)];
    }

    /// <summary>Reads the escapes of what stands between the quotes that enclose it in <paramref name="bytes"/>.</summary>
    public static int Unescape(ReadOnlySpan<byte> bytes, JsonValue value, Span<byte> plain)
    {
        var reader = new Utf8JsonReader(bytes.Slice(value.Start - 1, value.Length + 2));
        reader.Read();

        return Copy(ref reader, plain);
    }

    static int Copy(ref Utf8JsonReader reader, Span<byte> plain)
    {
        try
        {
            return reader.CopyString(plain);
        }
        catch (InvalidOperationException cause)
        {
            throw new JsonException("a text holds half of a surrogate pair", cause);
        }
    }
}
