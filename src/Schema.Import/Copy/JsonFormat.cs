using System.Text;
using System.Text.Json;

namespace Schema.Import;

/// <summary>JSON text into <c>json</c> or <c>jsonb</c>; what the server would refuse is found before it is sent.</summary>
sealed class JsonFormat(bool binary) : FieldFormat<string>
{
    const byte Version = 1;
    const int LargestExponent = 16000;
    static readonly JsonReaderOptions Strict = new() { MaxDepth = 1000 };

    public override string? Write(RowBuffer buffer, string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var start = buffer.BeginField();
        var head = binary ? 1 : 0;
        if (binary)
            buffer.Take(1)[0] = Version;

        var room = buffer.Take(most);
        if (System.Text.Unicode.Utf8.FromUtf16(value, room, out _, out var written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
            return Utf8Field.Broken;

        buffer.GiveBack(most - written);
        buffer.EndField(start);

        return Refusal(room[..written], head == 1);
    }

    static string? Refusal(ReadOnlySpan<byte> json, bool binary)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Strict);
            while (reader.Read())
            {
                if (binary && BeyondBinary(ref reader) is { } refusal)
                    return refusal;
            }

            return null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return "is not valid JSON";
        }
    }

    static string? BeyondBinary(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped && reader.GetString()!.Contains('\0') =>
            "holds \\u0000, which jsonb cannot",
        JsonTokenType.Number when JsonNumber.Exponent(reader.ValueSpan) is < -LargestExponent or > LargestExponent =>
            "holds a number that jsonb cannot",
        _ => null,
    };
}
