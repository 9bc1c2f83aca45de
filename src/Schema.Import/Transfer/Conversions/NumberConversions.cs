using System.Globalization;

namespace Schema.Import.Transfer;

/// <summary>A whole number within the target's bounds; zeros before it, or behind a point, say nothing.</summary>
sealed class IntegerConversion(long least, long greatest) : Conversion
{
    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (!DecimalText.TryRead(value, out var number) || number.Fraction.ContainsAnyExcept((byte)'0'))
            return "is no whole number";

        return TryParse(number, out var parsed) && parsed >= least && parsed <= greatest ? null : $"is out of range {least} … {greatest}";
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        if (DecimalText.TryRead(value, out var number) && TryParse(number, out var parsed))
            line.Number(parsed);
    }

    static bool TryParse(DecimalText number, out long parsed)
    {
        parsed = 0;
        if (!ulong.TryParse(number.Whole, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return false;

        parsed = number.IsNegative ? unchecked(-(long)size) : (long)size;
        return number.IsNegative ? size <= (ulong)long.MaxValue + 1 : size <= long.MaxValue;
    }
}

/// <summary>A decimal number that the target's precision and scale hold whole; its scale may add zeros, never take digits.</summary>
sealed class DecimalConversion(int? precision, int scale) : Conversion
{
    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (!DecimalText.TryRead(value, out var number))
            return "is no decimal number";
        if (precision is not { } digits)
            return null;
        if (number.Fraction.Length > scale && number.Fraction[scale..].ContainsAnyExcept((byte)'0'))
            return $"has more digits behind the point than the {scale} that fit";

        return number.Whole.TrimStart((byte)'0').Length > digits - scale ? $"has more digits before the point than the {digits - scale} that fit" : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        DecimalText.TryRead(value, out var number);
        var whole = number.Whole.TrimStart((byte)'0');
        if (number.IsNegative && !(whole.IsEmpty && !number.Fraction.ContainsAnyExcept((byte)'0')))
            line.Byte((byte)'-');

        line.Raw(whole.IsEmpty ? "0"u8 : whole);
        var places = precision is null ? number.Fraction.Length : scale;
        if (places == 0)
            return;

        var kept = Math.Min(places, number.Fraction.Length);
        line.Byte((byte)'.');
        line.Raw(number.Fraction[..kept]);
        line.Fill((byte)'0', places - kept);
    }
}

/// <summary>The parts of a decimal number's text.</summary>
readonly ref struct DecimalText
{
    public bool IsNegative { get; private init; }

    public ReadOnlySpan<byte> Whole { get; private init; }

    public ReadOnlySpan<byte> Fraction { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> text, out DecimalText number)
    {
        var negative = text is [(byte)'-', ..];
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        number = new()
        {
            IsNegative = negative,
            Whole = point < 0 ? digits : digits[..point],
            Fraction = point < 0 ? default : digits[(point + 1)..],
        };
        return number.Whole.Length + number.Fraction.Length > 0
            && !number.Whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !number.Fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
