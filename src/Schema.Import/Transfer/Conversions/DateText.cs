namespace Schema.Import.Transfer;

/// <summary>The parts of a date and time as servers write them: <c>2025-11-02 01:30:00.000001</c>.</summary>
static class DateText
{
    public const int DateLength = 10;

    /// <summary>PostgreSQL shows the zone of an instant, which is UTC in our sessions; MySQL shows none.</summary>
    public static ReadOnlySpan<byte> WithoutUtc(ReadOnlySpan<byte> value) => value.EndsWith("+00"u8) ? value[..^3] : value;

    /// <summary>Exactly the zero date; a date of which only parts are zero is none, and the year 0009 is a year.</summary>
    public static bool IsZero(ReadOnlySpan<byte> value) =>
        value.StartsWith("0000-00-00"u8) && !value[DateLength..].ContainsAnyExcept("0:. "u8);

    public static bool IsDate(ReadOnlySpan<byte> value)
    {
        if (value.Length < DateLength || value[4] != '-' || value[7] != '-')
            return false;

        var (year, month, day) = (Number(value[..4]), Number(value[5..7]), Number(value[8..10]));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    public static bool IsTimeOfDay(ReadOnlySpan<byte> time) =>
        time.Length is 9 or > 10 and <= 16 && time[0] == ' ' && time[3] == ':' && time[6] == ':'
        && Number(time[1..3]) is >= 0 and < 24 && Number(time[4..6]) is >= 0 and < 60 && Number(time[7..9]) is >= 0 and < 60
        && (time.Length == 9 || (time[9] == '.' && !time[10..].ContainsAnyExceptInRange((byte)'0', (byte)'9')));

    /// <summary>The digits of a second's fraction that say something.</summary>
    public static ReadOnlySpan<byte> Fraction(ReadOnlySpan<byte> value)
    {
        var point = value.LastIndexOf((byte)'.');
        return point < 0 ? default : value[(point + 1)..].TrimEnd((byte)'0');
    }

    public static ReadOnlySpan<byte> WithoutFraction(ReadOnlySpan<byte> value)
    {
        var point = value.LastIndexOf((byte)'.');
        return point < 0 ? value : value[..point];
    }

    public static void WriteFraction(ReadOnlySpan<byte> value, LineBuffer line)
    {
        if (Fraction(value) is not { IsEmpty: false } digits)
            return;

        line.Byte((byte)'.');
        line.Raw(digits);
    }

    static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;

            number = number * 10 + digit - '0';
        }

        return number;
    }
}
