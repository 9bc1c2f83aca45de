using System.Buffers;

namespace Schema.Import.Transfer;

/// <summary>Fields as RFC 4180 and PostgreSQL's own <c>csv</c> write them: nothing is NULL, <c>""</c> is the empty text, line breaks stay.</summary>
static class CsvText
{
    const byte Quote = (byte)'"';

    static readonly SearchValues<byte> Special = SearchValues.Create("\",\r\n"u8);

    public static void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        // For PostgreSQL a line of these two characters ends a file.
        var isQuoted = value.IsEmpty || value.ContainsAny(Special) || value.SequenceEqual(@"\."u8);
        if (isQuoted)
            line.Byte(Quote);

        WritePart(value, line);
        if (isQuoted)
            line.Byte(Quote);
    }

    /// <summary>A part of a value that is written between quotes.</summary>
    public static void WritePart(ReadOnlySpan<byte> value, LineBuffer line)
    {
        while (value.IndexOf(Quote) is >= 0 and var at)
        {
            line.Raw(value[..(at + 1)]);
            line.Byte(Quote);
            value = value[(at + 1)..];
        }

        line.Raw(value);
    }
}
