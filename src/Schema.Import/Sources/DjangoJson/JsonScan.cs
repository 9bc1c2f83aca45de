using System.Text.Json;

namespace Schema.Import;

/// <summary>Notes where the members of an object stand; every method is false when the bytes end first.</summary>
static class JsonScan
{
    public static bool TryObject(ref Utf8JsonReader reader, List<JsonMember> members)
    {
        members.Clear();
        while (TryKey(ref reader, out var key))
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;

            if (!reader.Read() || !TryValue(ref reader, out var value))
                return false;

            members.Add(key with { Value = value });
        }

        return false;
    }

    /// <summary>The next key, or the end of the object.</summary>
    public static bool TryKey(ref Utf8JsonReader reader, out JsonMember key)
    {
        key = default;
        if (!reader.Read())
            return false;

        if (reader.TokenType == JsonTokenType.PropertyName)
            key = new JsonMember((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped ? JsonText.Of(ref reader) : null, default);

        return true;
    }

    /// <summary>The value whose first token has just been read.</summary>
    public static bool TryValue(ref Utf8JsonReader reader, out JsonValue value)
    {
        var (start, kind) = ((int)reader.TokenStartIndex, reader.TokenType);
        if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var isWhole = reader.TrySkip();
            value = new JsonValue(start, (int)reader.BytesConsumed - start, kind, false);
            return isWhole;
        }

        var quote = kind == JsonTokenType.String ? 1 : 0;
        value = new JsonValue(start + quote, reader.ValueSpan.Length, kind, quote == 1 && reader.ValueIsEscaped);
        return true;
    }
}
