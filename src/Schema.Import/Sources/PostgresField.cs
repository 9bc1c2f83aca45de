using Npgsql;

namespace Schema.Import;

/// <summary>Reads one field of a row without boxing; a NULL or a value out of range refuses the row.</summary>
static class PostgresField
{
    public static TValue Required<TValue>(NpgsqlDataReader reader, int ordinal, int member) =>
        reader.IsDBNull(ordinal) ? throw new FieldRefusedException(member, FieldRefusedException.Null) : Value<TValue>(reader, ordinal, member);

    public static TValue? Optional<TValue>(NpgsqlDataReader reader, int ordinal, int member)
        where TValue : class => reader.IsDBNull(ordinal) ? null : Value<TValue>(reader, ordinal, member);

    public static TValue? OptionalValue<TValue>(NpgsqlDataReader reader, int ordinal, int member)
        where TValue : struct => reader.IsDBNull(ordinal) ? null : Value<TValue>(reader, ordinal, member);

    public static TEnum Label<TEnum>(NpgsqlDataReader reader, int ordinal, int member)
        where TEnum : struct, Enum => EnumLabel<TEnum>.Parse(Required<string>(reader, ordinal, member), member);

    public static TEnum? OptionalLabel<TEnum>(NpgsqlDataReader reader, int ordinal, int member)
        where TEnum : struct, Enum => reader.IsDBNull(ordinal) ? null : Label<TEnum>(reader, ordinal, member);

    static TValue Value<TValue>(NpgsqlDataReader reader, int ordinal, int member)
    {
        try
        {
            var value = reader.GetFieldValue<TValue>(ordinal);
            if (IsInfinite(value))
                throw new FieldRefusedException(member, "is infinite, or at an end of the calendar");

            return IsCut<TValue>(reader, ordinal) ? throw new OverflowException("A numeric has places that an integer has not.") : value;
        }
        catch (InvalidCastException cause) when (reader.GetFieldType(ordinal) != typeof(TValue))
        {
            throw new FieldRefusedException(member, FieldRefusedException.OfAnotherType, cause);
        }
        catch (Exception cause) when (cause is OverflowException or ArgumentException or FormatException or InvalidCastException)
        {
            throw new FieldRefusedException(member, $"is {Shown(reader, ordinal)}, out of range for {CSharpName.Of(typeof(TValue))}", cause);
        }
    }

    static string Shown(NpgsqlDataReader reader, int ordinal)
    {
        try
        {
            return FieldText.Of(reader.GetValue(ordinal), secret: false);
        }
        catch (Exception unreadable) when (unreadable is OverflowException or ArgumentException or FormatException or InvalidCastException)
        {
            return $"a {reader.GetDataTypeName(ordinal)}";
        }
    }

    /// <summary>The driver gives of 1.5 the integer 1.</summary>
    static bool IsCut<TValue>(NpgsqlDataReader reader, int ordinal) =>
        (typeof(TValue) == typeof(int) || typeof(TValue) == typeof(long) || typeof(TValue) == typeof(short) || typeof(TValue) == typeof(byte))
        && reader.GetFieldType(ordinal) == typeof(decimal) && !decimal.IsInteger(reader.GetDecimal(ordinal));

    /// <summary>The driver gives <c>infinity</c> the last and <c>-infinity</c> the first moment of the calendar.</summary>
    static bool IsInfinite<TValue>(TValue value) => value switch
    {
        DateTime time => time == DateTime.MinValue || time == DateTime.MaxValue,
        DateTimeOffset time => time == DateTimeOffset.MinValue || time == DateTimeOffset.MaxValue,
        DateOnly date => date == DateOnly.MinValue || date == DateOnly.MaxValue,
        DateTime[] or DateTimeOffset[] or DateOnly[] or DateTime?[] or DateTimeOffset?[] or DateOnly?[] =>
            ((Array)(object)value).Cast<object?>().Any(IsInfinite),
        _ => false,
    };
}
