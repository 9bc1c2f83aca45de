using System.Buffers;
using System.Globalization;
using System.Text;

namespace Schema.Import;

/// <summary>Writes texts as Python's <c>json</c> does: everything but printable ASCII as an escape.</summary>
static class PythonText
{
    static readonly SearchValues<byte> Printable = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Where(code => code is not ('"' or '\\')).Select(code => (byte)code)]);

    /// <summary>Takes a text as it is meant, or, <paramref name="isEscaped"/>, as JSON has it between its quotes.</summary>
    public static void Write(PythonBuffer output, ReadOnlySpan<byte> text, bool isEscaped)
    {
        output.Add((byte)'"');
        while (true)
        {
            var run = text.IndexOfAnyExcept(Printable);
            if (run < 0)
                break;

            output.Add(text[..run]);
            text = text[run..];
            text = text[(isEscaped && text[0] == '\\' ? Escape(output, text) : Character(output, text))..];
        }

        output.Add(text);
        output.Add((byte)'"');
    }

    static int Escape(PythonBuffer output, ReadOnlySpan<byte> text)
    {
        if (text[1] == 'u')
        {
            Unit(output, ushort.Parse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            return 6;
        }

        if (text[1] == '/')
            output.Add((byte)'/');
        else
            output.Add(text[..2]);

        return 2;
    }

    static int Character(PythonBuffer output, ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var rune, out var length);
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
            Unit(output, unit);

        return length;
    }

    static void Unit(PythonBuffer output, int unit)
    {
        if (unit is >= ' ' and <= '~' and not ('"' or '\\'))
        {
            output.Add((byte)unit);
            return;
        }

        output.Add((byte)'\\');
        var letter = unit switch { '"' => '"', '\\' => '\\', '\b' => 'b', '\t' => 't', '\n' => 'n', '\f' => 'f', '\r' => 'r', _ => 'u' };
        output.Add((byte)letter);
        if (letter == 'u')
            Hexadecimal(output, unit);
    }

    static void Hexadecimal(PythonBuffer output, int unit)
    {
        for (var shift = 12; shift >= 0; shift -= 4)
            output.Add("0123456789abcdef"u8[(unit >> shift) & 15]);
    }
}
