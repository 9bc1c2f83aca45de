using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Schema.Import;

/// <summary>Reads a value from UTF-8 text, all of it and in one way only.</summary>
delegate bool TryParse<TValue>(ReadOnlySpan<byte> text, out TValue value);

/// <summary>The parser of each type that text can hold.</summary>
static class FieldParser<TValue>
    where TValue : struct
{
    public static readonly TryParse<TValue> Try = (TryParse<TValue>)FieldParsers.For(typeof(TValue));
}

static class FieldParsers
{
    /// <summary>A decimal holds 28 digits for certain; more of them would be rounded without a word.</summary>
    const int CertainDigits = 28;

    const NumberStyles FloatingStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static Delegate For(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new TryParse<bool>(Boolean),
        TypeCode.Byte => new TryParse<byte>((text, out value) => byte.TryParse(text, NumberStyles.None, Invariant, out value)),
        TypeCode.Int16 => new TryParse<short>((text, out value) => short.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out value)),
        TypeCode.Int32 => new TryParse<int>((text, out value) => int.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out value)),
        TypeCode.Int64 => new TryParse<long>((text, out value) => long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out value)),
        TypeCode.UInt32 => new TryParse<uint>((text, out value) => uint.TryParse(text, NumberStyles.None, Invariant, out value)),
        TypeCode.UInt64 => new TryParse<ulong>((text, out value) => ulong.TryParse(text, NumberStyles.None, Invariant, out value)),
        TypeCode.Single => new TryParse<float>(Floating),
        TypeCode.Double => new TryParse<double>(Floating),
        TypeCode.Decimal => new TryParse<decimal>(Decimal),
        TypeCode.DateTime => new TryParse<DateTime>(IsoTime.TryDateTime),
        _ when type == typeof(DateTimeOffset) => new TryParse<DateTimeOffset>(IsoTime.TryDateTimeOffset),
        _ when type == typeof(DateOnly) => new TryParse<DateOnly>(IsoTime.TryDate),
        _ when type == typeof(TimeOnly) => new TryParse<TimeOnly>(IsoTime.TryTime),
        _ when type == typeof(Guid) => new TryParse<Guid>(Uuid),
        _ => throw new InvalidOperationException($"Text cannot be read as {type.Name}."),
    };

    static bool Boolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.Length > 0 && (text[0] | 0x20) is 't' or '1' or 'y';
        return text.Length > 0 && text[0] switch
        {
            (byte)'0' or (byte)'1' => text.Length == 1,
            _ => Says(text, "t"u8, "true"u8) || Says(text, "f"u8, "false"u8) || Says(text, "y"u8, "yes"u8) || Says(text, "n"u8, "no"u8),
        };
    }

    static bool Says(ReadOnlySpan<byte> text, ReadOnlySpan<byte> letter, ReadOnlySpan<byte> word) =>
        System.Text.Ascii.EqualsIgnoreCase(text, letter) || System.Text.Ascii.EqualsIgnoreCase(text, word);

    /// <summary>A number too large or too small for the type becomes infinite or zero for .NET; only what says so is.</summary>
    static bool Floating<TNumber>(ReadOnlySpan<byte> text, out TNumber value)
        where TNumber : struct, IBinaryFloatingPointIeee754<TNumber> =>
        TNumber.TryParse(text, FloatingStyle, Invariant, out value)
        && (!TNumber.IsInfinity(value) || !text.ContainsAnyInRange((byte)'0', (byte)'9'))
        && (!TNumber.IsZero(value) || !Mantissa(text).ContainsAnyInRange((byte)'1', (byte)'9'));

    static ReadOnlySpan<byte> Mantissa(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'e', (byte)'E') is >= 0 and var marker ? text[..marker] : text;

    static bool Decimal(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant, out value)
        && text.TrimStart("-+0."u8).Length - (text.TrimStart("-+0."u8).Contains((byte)'.') ? 1 : 0) <= CertainDigits
        && (text.IndexOf((byte)'.') is var point && (point < 0 || text.Length - point - 1 <= CertainDigits));

    static bool Uuid(ReadOnlySpan<byte> text, out Guid value) => Utf8Parser.TryParse(text, out value, out var read) && read == text.Length;
}
