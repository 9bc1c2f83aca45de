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
        time.Length is 8 or > 9 and <= 15 && Number(time[..2]) is >= 0 and < 24 && IsWithinHour(time[2..]);

    /// <summary>A length of time: hours without a limit, and a sign.</summary>
    public static bool IsLength(ReadOnlySpan<byte> time)
    {
        var digits = time is [(byte)'-', ..] ? time[1..] : time;
        var hours = digits.IndexOf((byte)':');
        return hours >= 2 && !digits[..hours].ContainsAnyExceptInRange((byte)'0', (byte)'9') && IsWithinHour(digits[hours..]);
    }

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

    /// <summary>Minutes, seconds and their fraction, a colon before each of the first two.</summary>
    static bool IsWithinHour(ReadOnlySpan<byte> rest) =>
        rest.Length is 6 or > 7 and <= 13 && rest[0] == ':' && rest[3] == ':'
        && Number(rest[1..3]) is >= 0 and < 60 && Number(rest[4..6]) is >= 0 and < 60
        && (rest.Length == 6 || (rest[6] == '.' && !rest[7..].ContainsAnyExceptInRange((byte)'0', (byte)'9')));

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
