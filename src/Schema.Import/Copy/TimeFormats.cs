using System.Globalization;

namespace Schema.Import;

/// <summary>Microseconds since 2000, the server's own count; finer than the column holds is refused, never rounded.</summary>
sealed class Microseconds(int places)
{
    public static readonly long Epoch = new DateTime(2000, 1, 1).Ticks;

    readonly long step = TimeSpan.TicksPerMicrosecond * (long)Math.Pow(10, 6 - places);

    public string? Refusal(long ticks) => ticks % step == 0 ? null : places == 6
        ? "is finer than a microsecond"
        : string.Create(CultureInfo.InvariantCulture, $"is finer than {places} places of a second");
}

sealed class InstantFormat(int places) : FieldFormat<DateTime>
{
    readonly Microseconds microseconds = new(places);

    public override string? Write(RowBuffer buffer, DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
            return $"is a time of kind {value.Kind}, timestamptz takes Utc";

        buffer.Int64((value.Ticks - Microseconds.Epoch) / TimeSpan.TicksPerMicrosecond);
        return microseconds.Refusal(value.Ticks);
    }
}

sealed class OffsetFormat(int places) : FieldFormat<DateTimeOffset>
{
    readonly Microseconds microseconds = new(places);

    public override string? Write(RowBuffer buffer, DateTimeOffset value)
    {
        buffer.Int64((value.UtcTicks - Microseconds.Epoch) / TimeSpan.TicksPerMicrosecond);
        return microseconds.Refusal(value.UtcTicks);
    }
}

sealed class LocalTimeFormat(int places) : FieldFormat<DateTime>
{
    readonly Microseconds microseconds = new(places);

    public override string? Write(RowBuffer buffer, DateTime value)
    {
        if (value.Kind != DateTimeKind.Unspecified)
            return $"is a time of kind {value.Kind}, timestamp without time zone takes Unspecified";

        buffer.Int64((value.Ticks - Microseconds.Epoch) / TimeSpan.TicksPerMicrosecond);
        return microseconds.Refusal(value.Ticks);
    }
}

sealed class DateFormat : FieldFormat<DateOnly>
{
    static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    public override string? Write(RowBuffer buffer, DateOnly value)
    {
        buffer.Int32(value.DayNumber - Epoch);
        return null;
    }
}

sealed class TimeOfDayFormat(int places) : FieldFormat<TimeOnly>
{
    readonly Microseconds microseconds = new(places);

    public override string? Write(RowBuffer buffer, TimeOnly value)
    {
        buffer.Int64(value.Ticks / TimeSpan.TicksPerMicrosecond);
        return microseconds.Refusal(value.Ticks);
    }
}

sealed class IntervalFormat(int places) : FieldFormat<TimeSpan>
{
    readonly Microseconds microseconds = new(places);

    public override string? Write(RowBuffer buffer, TimeSpan value)
    {
        var field = buffer.Field(16);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(field, value.Ticks / TimeSpan.TicksPerMicrosecond);
        field[8..].Clear();

        return microseconds.Refusal(value.Ticks);
    }
}
