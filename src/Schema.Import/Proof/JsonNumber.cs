using System.Globalization;

namespace Schema.Import;

/// <summary>One text for one number: <c>1.50</c>, <c>15e-1</c> and <c>0.15E1</c> are all <c>15e-1</c>.</summary>
static class JsonNumber
{
    /// <summary>The power of ten written behind a number; what no number can hold is the largest there is.</summary>
    public static long Exponent(ReadOnlySpan<byte> number)
    {
        var marker = number.IndexOfAny((byte)'e', (byte)'E');
        return marker < 0 ? 0
            : long.TryParse(number[(marker + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) ? exponent
            : long.MaxValue;
    }

    public static string Canonical(string number)
    {
        var negative = number[0] == '-';
        var text = negative ? number[1..] : number;
        var marker = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = marker < 0 ? 0 : long.Parse(text.AsSpan(marker + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = marker < 0 ? text : text[..marker];
        var point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        var digits = mantissa.TrimStart('0').TrimEnd('0');
        exponent += mantissa.Length - mantissa.TrimEnd('0').Length;

        return digits.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : "")}{digits}e{exponent}");
    }
}
