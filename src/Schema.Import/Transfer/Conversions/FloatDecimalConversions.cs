using System.Globalization;

namespace Schema.Import.Transfer;

/// <summary>A floating-point number as the shortest decimal that reads back as the same one, if the target holds all its digits.</summary>
sealed class FloatToDecimalConversion(bool isSingle, DecimalConversion decimals) : Conversion
{
    public override string? Rule => "the shortest decimal that reads back as the same number";

    public override string? Check(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[FloatText.Longest];
        return FloatText.TryWrite(value, isSingle, digits, out var length) ? decimals.Check(digits[..length]) : "is no number with digits";
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        Span<byte> digits = stackalloc byte[FloatText.Longest];
        FloatText.TryWrite(value, isSingle, digits, out var length);
        decimals.Write(digits[..length], line);
    }
}

/// <summary>A decimal number as the floating-point one that shows the very same digits; what has more is refused.</summary>
sealed class DecimalToFloatConversion(bool isSingle) : Conversion
{
    public override string? Rule => "the nearest number, which must show the same digits";

    public override Canonical Canonical => isSingle ? Canonical.Single : Canonical.Double;

    public override string? Check(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[FloatText.Longest];
        return DecimalText.TryRead(value, out var given)
            && FloatText.TryWrite(value, isSingle, digits, out var length) && DecimalText.TryRead(digits[..length], out var found)
            && given.Whole.TrimStart((byte)'0').SequenceEqual(found.Whole.TrimStart((byte)'0'))
            && given.Fraction.TrimEnd((byte)'0').SequenceEqual(found.Fraction.TrimEnd((byte)'0'))
                ? null
                : $"has more digits than {(isSingle ? "real" : "double precision")} shows again";
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Raw(value);
}

/// <summary>The shortest digits of a floating-point number, with its point and without an exponent.</summary>
static class FloatText
{
    /// <summary>A sign, 17 digits, a point, and the zeros of the smallest or greatest number.</summary>
    public const int Longest = 400;

    public static bool TryWrite(ReadOnlySpan<byte> text, bool isSingle, Span<byte> destination, out int length)
    {
        length = 0;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return false;

        Span<byte> shortest = stackalloc byte[32];
        int written;
        if (isSingle && !float.IsFinite((float)number))
            return false;
        if (isSingle)
            ((float)number).TryFormat(shortest, out written, default, CultureInfo.InvariantCulture);
        else
            number.TryFormat(shortest, out written, default, CultureInfo.InvariantCulture);

        length = Expand(shortest[..written], destination);
        return true;
    }

    /// <summary>Moves the point by the exponent.</summary>
    static int Expand(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var mark = text.IndexOf((byte)'E');
        var exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        DecimalText.TryRead(mark < 0 ? text : text[..mark], out var number);
        Span<byte> digits = stackalloc byte[32];
        number.Whole.CopyTo(digits);
        number.Fraction.CopyTo(digits[number.Whole.Length..]);
        var count = number.Whole.Length + number.Fraction.Length;
        var point = number.Whole.Length + exponent;
        var length = 0;
        if (number.IsNegative)
            destination[length++] = (byte)'-';

        for (var at = Math.Min(point, 0); at < Math.Max(count, point); at++)
        {
            if (at == point)
                destination[length++] = (byte)'.';
            destination[length++] = at >= 0 && at < count ? digits[at] : (byte)'0';
        }

        return length;
    }
}
