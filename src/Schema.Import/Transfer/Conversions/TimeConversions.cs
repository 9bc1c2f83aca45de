namespace Schema.Import.Transfer;

/// <summary>A date with a time of day. Exactly the zero date is NULL; a date that no calendar has is refused.</summary>
sealed class TimestampConversion(int places, bool isInstant, bool isNullable, string? rule = null) : Conversion
{
    public override string? Rule => string.Join("; ", ((string?[])[isNullable ? "the zero date is NULL" : null, rule]).OfType<string>()) is { Length: > 0 } words ? words : null;

    public override string? CountedRule => isNullable ? "zero date to NULL" : null;

    public override string? Check(ReadOnlySpan<byte> value)
    {
        value = DateText.WithoutUtc(value);
        if (DateText.IsZero(value))
            return isNullable ? null : "is the zero date, which would be NULL, and the target takes no NULL";
        if (!DateText.IsDate(value))
            return "is no date of the calendar";
        if (value[DateText.DateLength..] is { IsEmpty: false } time && (time[0] != ' ' || !DateText.IsTimeOfDay(time[1..])))
            return "has no time of a day";

        return DateText.Fraction(value).Length > places ? $"has more digits of a second than the {places} that fit" : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        value = DateText.WithoutUtc(value);
        if (DateText.IsZero(value))
        {
            Changed++;
            line.Null();
            return;
        }

        line.Raw(DateText.WithoutFraction(value));
        if (value.Length == 10)
            line.Raw(" 00:00:00"u8);

        DateText.WriteFraction(value, line);
        if (isInstant)
            line.Raw("+00"u8);
    }
}

/// <summary>A date; a time of day behind it must be midnight.</summary>
sealed class DateConversion(bool isNullable) : Conversion
{
    public override string? Rule => isNullable ? "the zero date is NULL" : null;

    public override string? CountedRule => isNullable ? "zero date to NULL" : null;

    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (DateText.IsZero(value))
            return isNullable ? null : "is the zero date, which would be NULL, and the target takes no NULL";
        if (!DateText.IsDate(value))
            return "is no date of the calendar";

        return value[10..].ContainsAnyExcept("0:. "u8) ? "has a time of day, which a date does not hold" : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        if (DateText.IsZero(value))
        {
            Changed++;
            line.Null();
            return;
        }

        line.Raw(value[..10]);
    }
}

/// <summary>A time of day, or as an interval any length of time.</summary>
sealed class TimeConversion(int places, bool isInterval) : Conversion
{
    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (!isInterval && !DateText.IsTimeOfDay(value) && !IsDaysEnd(value))
            return "is no time of a day";
        if (isInterval && !DateText.IsLength(value))
            return "is no length of time";

        return DateText.Fraction(value).Length > places ? $"has more digits of a second than the {places} that fit" : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        line.Raw(DateText.WithoutFraction(value));
        DateText.WriteFraction(value, line);
    }

    /// <summary>The end of a day is a time of it, as PostgreSQL sees it.</summary>
    static bool IsDaysEnd(ReadOnlySpan<byte> value) => value.StartsWith("24:00:00"u8) && DateText.IsLength(value) && DateText.Fraction(value).IsEmpty;
}
