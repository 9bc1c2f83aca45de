using System.Buffers;
using System.Text;

namespace Schema.Import.Transfer;

/// <summary>One of an enum's labels.</summary>
sealed class LabelConversion(string type, IEnumerable<string> labels) : Conversion
{
    readonly byte[][] labels = [.. labels.Select(Encoding.UTF8.GetBytes)];

    public override bool KeepsText => true;

    public override string? Check(ReadOnlySpan<byte> value)
    {
        foreach (var label in labels)
            if (value.SequenceEqual(label))
                return null;

        return $"is no label of {type}";
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Escaped(value);
}

/// <summary>A set's labels, joined by commas, as an array of texts.</summary>
sealed class LabelsConversion : Conversion
{
    static readonly SearchValues<byte> Structure = SearchValues.Create("{}\",\\ \t\n\r\v\f"u8);

    public override string? Rule => "its labels as an array";

    public override string? Check(ReadOnlySpan<byte> value) => value.Contains((byte)0) ? "holds a NUL character, which PostgreSQL's text cannot" : null;

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        line.Byte((byte)'{');
        var first = true;
        foreach (var part in value.Split((byte)','))
        {
            if (value.IsEmpty)
                break;
            if (!first)
                line.Byte((byte)',');

            Element(value[part], line);
            first = false;
        }

        line.Byte((byte)'}');
    }

    /// <summary>Quoted exactly where the server quotes, so that the texts are equal.</summary>
    static void Element(ReadOnlySpan<byte> label, LineBuffer line)
    {
        if (!NeedsQuotes(label))
        {
            line.Raw(label);
            return;
        }

        line.Byte((byte)'"');
        for (var i = 0; i < label.Length; i++)
        {
            // A backslash of the array is itself escaped in a line of COPY.
            if (label[i] is (byte)'"' or (byte)'\\')
                line.Raw(@"\\"u8);
            line.Escaped(label.Slice(i, 1));
        }

        line.Byte((byte)'"');
    }

    static bool NeedsQuotes(ReadOnlySpan<byte> label) =>
        label.IsEmpty || label.ContainsAny(Structure)
        || (label.Length == 4 && Encoding.UTF8.GetString(label).Equals("null", StringComparison.OrdinalIgnoreCase));
}
