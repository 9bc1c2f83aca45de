using System.Buffers;

namespace Schema.Import.Transfer;

/// <summary>The text form of COPY: exactly the escapes that the server itself writes, so that equal rows are equal lines.</summary>
static class CopyText
{
    public const byte Tab = (byte)'\t';
    public const byte NewLine = (byte)'\n';
    const byte Backslash = (byte)'\\';

    static readonly SearchValues<byte> Special = SearchValues.Create("\b\t\n\v\f\r\\"u8);

    public static ReadOnlySpan<byte> Null => "\\N"u8;

    /// <summary>Writes the value escaped; the destination must have room for twice its length.</summary>
    public static int Escape(ReadOnlySpan<byte> value, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = value.IndexOfAny(Special);
            if (plain < 0)
            {
                value.CopyTo(destination[written..]);
                return written + value.Length;
            }

            value[..plain].CopyTo(destination[written..]);
            written += plain;
            destination[written++] = Backslash;
            destination[written++] = Letter(value[plain]);
            value = value[(plain + 1)..];
        }
    }

    /// <summary>Takes the escapes out in place, and tells the length that is left.</summary>
    public static int Unescape(Span<byte> field)
    {
        var read = field.IndexOf(Backslash);
        if (read < 0)
            return field.Length;

        var written = read;
        while (read < field.Length)
        {
            var current = field[read++];
            field[written++] = current == Backslash ? Meant(field[read++]) : current;
        }

        return written;
    }

    static byte Letter(byte special) => special switch
    {
        (byte)'\b' => (byte)'b',
        (byte)'\t' => (byte)'t',
        (byte)'\n' => (byte)'n',
        (byte)'\v' => (byte)'v',
        (byte)'\f' => (byte)'f',
        (byte)'\r' => (byte)'r',
        _ => special,
    };

    static byte Meant(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'t' => (byte)'\t',
        (byte)'n' => (byte)'\n',
        (byte)'v' => (byte)'\v',
        (byte)'f' => (byte)'\f',
        (byte)'r' => (byte)'\r',
        _ => letter,
    };
}
