using System.Text.Unicode;

namespace Schema.Import.Transfer;

/// <summary>Text, with the most characters that the target takes; a <c>char(n)</c> is filled with blanks as its type demands.</summary>
sealed class TextConversion(int? most, bool padded) : Conversion
{
    public override string? Rule => padded ? "filled with blanks, as char is" : null;

    public override bool KeepsText => !padded;

    public override bool IsSliced => !padded;

    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (value.Contains((byte)0))
            return "holds a NUL character, which PostgreSQL's text cannot";
        if (!Utf8.IsValid(value))
            return "is not valid UTF-8";
        if (padded && value is [.., (byte)' '])
            return "ends with a blank, which char would not keep";

        return most is { } limit && value.Length > limit && Characters(value) is var count && count > limit
            ? $"has {count} characters where {limit} fit"
            : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        line.Escaped(value);
        if (padded && most is { } width)
            line.Fill((byte)' ', width - Characters(value));
    }

    static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var letter in text)
            count += (letter & 0xc0) == 0x80 ? 0 : 1;

        return count;
    }
}
