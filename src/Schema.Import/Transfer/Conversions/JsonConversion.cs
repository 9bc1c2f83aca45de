using System.Text.Json;

namespace Schema.Import.Transfer;

/// <summary>JSON to the byte; for jsonb, which has no text of its own, it counts by its value.</summary>
sealed class JsonConversion(bool isBinary, bool isKnown) : Conversion
{
    static readonly JsonReaderOptions Deep = new() { MaxDepth = 1000 };

    public override Canonical Canonical => isBinary ? Canonical.Json : Canonical.Text;

    public override bool KeepsText => true;

    public override bool IsSliced => true;

    /// <summary>What the source's own type has checked is JSON already.</summary>
    public override string? Check(ReadOnlySpan<byte> value) => isKnown || IsJson(value) ? null : "is no JSON";

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Escaped(value);

    static bool IsJson(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value, Deep);
            while (reader.Read())
            {
            }

            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
