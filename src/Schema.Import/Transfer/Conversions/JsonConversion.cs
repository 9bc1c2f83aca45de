using System.Text.Json;

namespace Schema.Import.Transfer;

/// <summary>JSON to the byte; for jsonb, which has no text of its own, it counts by its value.</summary>
sealed class JsonConversion(bool isBinary, bool isKnown) : Conversion
{
    const long MostDigits = 131_072;
    const int MostReused = 64;
    static readonly JsonReaderOptions Deep = new() { MaxDepth = 1000 };

    public override Canonical Canonical => isBinary ? Canonical.Json : Canonical.Text;

    public override bool KeepsText => true;

    public override bool IsSliced => true;

    /// <summary>What the source's own type has checked is JSON already, but may still be more than jsonb keeps.</summary>
    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (isKnown && !isBinary)
            return null;

        try
        {
            var reader = new Utf8JsonReader(value, Deep);
            var refusal = isBinary ? Lost(ref reader) : null;
            while (refusal is null && reader.Read())
            {
            }

            return refusal ?? (reader.BytesConsumed > 0 ? null : "is no JSON");
        }
        catch (JsonException)
        {
            return "is no JSON";
        }
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Escaped(value);

    /// <summary>What json keeps as it was written and jsonb does not: of two members of one name the first, and characters that are none.</summary>
    static string? Lost(ref Utf8JsonReader reader)
    {
        var names = new List<HashSet<string>>();
        var depth = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                Begin(names, depth++);
            else if (reader.TokenType == JsonTokenType.EndObject)
                depth--;
            else if (reader.TokenType == JsonTokenType.Number && JsonNumber.Exponent(reader.ValueSpan) is < -MostDigits or > MostDigits)
                return "holds a number with more digits than jsonb takes";
            else if (reader.TokenType == JsonTokenType.PropertyName || (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped))
            {
                if (Text(ref reader) is not { } text)
                    return @"holds \u0000 or half a character, which jsonb cannot";
                if (reader.TokenType == JsonTokenType.PropertyName && !names[depth - 1].Add(text))
                    return $"has the member {FieldText.Shorten(text)} twice, of which jsonb would keep the last alone";
            }
        }

        return null;
    }

    /// <summary>The set of an object that ended is used again, unless to empty it would take longer than to make one.</summary>
    static void Begin(List<HashSet<string>> names, int depth)
    {
        if (depth == names.Count)
            names.Add(new(StringComparer.Ordinal));
        else if (names[depth].Count > MostReused)
            names[depth] = new(StringComparer.Ordinal);
        else
            names[depth].Clear();
    }

    static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is { } text && !text.Contains('\0') ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
