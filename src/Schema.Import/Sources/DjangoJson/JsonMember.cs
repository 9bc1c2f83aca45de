using System.Text.Json;

namespace Schema.Import;

/// <summary>A value in the bytes of a row; of a text, what stands between the quotes.</summary>
readonly record struct JsonValue(int Start, int Length, JsonTokenType Kind, bool IsEscaped)
{
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> bytes) => bytes.Slice(Start, Length);
}

/// <summary>A member of an object in the bytes of a row; a key written with escapes is kept beside them as what it means.</summary>
readonly record struct JsonMember(int KeyStart, int KeyLength, byte[]? PlainKey, JsonValue Value)
{
    public ReadOnlySpan<byte> Key(ReadOnlySpan<byte> bytes) => PlainKey ?? bytes.Slice(KeyStart, KeyLength);
}
