using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Schema.Import;

/// <summary>Writes numbers as Python's <c>json</c> does after reading them: integers to the digit, others as a double's shortest form.</summary>
static class PythonNumber
{
    public static void Write(PythonBuffer output, ReadOnlySpan<byte> number)
    {
        if (number.ContainsAny(".eE"u8))
            output.Add(Encoding.ASCII.GetBytes(Double(double.Parse(number, CultureInfo.InvariantCulture))));
        else
            output.Add(number.SequenceEqual("-0"u8) ? "0"u8 : number);
    }

    static string Double(double value)
    {
        if (!double.IsFinite(value))
            throw new JsonException("a number is beyond what a double holds");

        if (value == 0)
            return double.IsNegative(value) ? "-0.0" : "0.0";

        // "R" is as short as Python's repr, but changes to powers of ten elsewhere.
        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var power = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var whole = parts[0].Split('.')[0];
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var exponent = whole.Length - 1 - (all.Length - digits.Length) + power;
        digits = digits.TrimEnd('0');

        return (value < 0 ? "-" : "") + (exponent is < -4 or >= 16 ? Scientific(digits, exponent) : Positional(digits, exponent));
    }

    static string Scientific(string digits, int exponent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits.AsSpan(1)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");

    static string Positional(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;

        var whole = exponent + 1;
        return digits.Length > whole ? $"{digits.AsSpan(0, whole)}.{digits.AsSpan(whole)}" : digits.PadRight(whole, '0') + ".0";
    }
}
