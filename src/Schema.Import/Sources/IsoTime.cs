namespace Schema.Import;

/// <summary>Reads dates and times as ISO 8601 and PostgreSQL write them: <c>2024-02-29 23:59:59.123456+01</c>.</summary>
static class IsoTime
{
    const int MostPlaces = 7;

    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly value) => Date(ref text, out value) && text.IsEmpty;

    public static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly value) => Time(ref text, out value) && text.IsEmpty;

    /// <summary>With a zone the time is in UTC; without one it is of no kind.</summary>
    public static bool TryDateTime(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (!Moment(text, out value, out var offset))
            return false;

        if (offset is { } zone)
            value = DateTime.SpecifyKind(value - zone, DateTimeKind.Utc);

        return true;
    }

    public static bool TryDateTimeOffset(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!Moment(text, out var local, out var offset) || offset is not { } zone)
            return false;

        value = new DateTimeOffset(local, zone);
        return true;
    }

    static bool Moment(ReadOnlySpan<byte> text, out DateTime local, out TimeSpan? offset)
    {
        (local, offset) = (default, null);
        if (!Date(ref text, out var date))
            return false;

        if (text.IsEmpty)
        {
            local = date.ToDateTime(TimeOnly.MinValue);
            return true;
        }

        if (text[0] is not ((byte)' ' or (byte)'T'))
            return false;

        text = text[1..];
        if (!Time(ref text, out var time) || !Zone(text, out offset))
            return false;

        local = date.ToDateTime(time);
        return offset is not { } zone || (local.Ticks - zone.Ticks >= 0 && local.Ticks - zone.Ticks <= DateTime.MaxValue.Ticks);
    }

    static bool Date(ref ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (!Number(ref text, 4, out var year) || !Skip(ref text, (byte)'-') || !Number(ref text, 2, out var month)
            || !Skip(ref text, (byte)'-') || !Number(ref text, 2, out var day))
            return false;

        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        date = new DateOnly(year, month, day);
        return true;
    }

    static bool Time(ref ReadOnlySpan<byte> text, out TimeOnly time)
    {
        time = default;
        if (!Number(ref text, 2, out var hour) || !Skip(ref text, (byte)':') || !Number(ref text, 2, out var minute))
            return false;

        var (second, ticks) = (0, 0L);
        if (Skip(ref text, (byte)':') && (!Number(ref text, 2, out second) || !Fraction(ref text, out ticks)))
            return false;

        if (hour > 23 || minute > 59 || second > 59)
            return false;

        time = new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks));
        return true;
    }

    static bool Fraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!Skip(ref text, (byte)'.'))
            return true;

        var places = 0;
        for (; text.Length > places && text[places] is >= (byte)'0' and <= (byte)'9'; places++)
        {
            if (places < MostPlaces)
                ticks = (ticks * 10) + text[places] - '0';
            else if (text[places] != '0')
                return false;
        }

        for (var place = places; place < MostPlaces; place++)
            ticks *= 10;

        text = text[places..];
        return places > 0;
    }

    static bool Zone(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
            return true;

        if (text is [(byte)'Z'])
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var west = text[0] == '-';
        if (!west && text[0] != '+')
            return false;

        text = text[1..];
        if (!Number(ref text, 2, out var hours))
            return false;

        Skip(ref text, (byte)':');
        var minutes = 0;
        if ((!text.IsEmpty && !Number(ref text, 2, out minutes)) || !text.IsEmpty || hours > 14 || minutes > 59)
            return false;

        offset = (west ? -1 : 1) * new TimeSpan(hours, minutes, 0);
        return true;
    }

    static bool Skip(ref ReadOnlySpan<byte> text, byte expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;

        text = text[1..];
        return true;
    }

    static bool Number(ref ReadOnlySpan<byte> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits)
            return false;

        foreach (var digit in text[..digits])
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;

            number = (number * 10) + digit - '0';
        }

        text = text[digits..];
        return true;
    }
}
