using System.Text;

namespace Schema.Import;

/// <summary>The fields of one CSV record as typed values; what cannot be read refuses the row.</summary>
sealed class CsvRow(CsvFormat format)
{
    readonly byte[] marker = Encoding.UTF8.GetBytes(format.NullMarker);

    public CsvRecords? Records { get; set; }

    public bool IsNull(int ordinal) => !Records!.IsQuoted(ordinal) && Records[ordinal].SequenceEqual(marker);

    public static string? OptionalText(CsvRow row, int ordinal, int member) =>
        row.IsNull(ordinal) ? null : RequiredText(row, ordinal, member);

    public static string RequiredText(CsvRow row, int ordinal, int member) => Encoding.UTF8.GetString(row.Field(ordinal, member));

    public static byte[]? OptionalBytes(CsvRow row, int ordinal, int member) =>
        row.IsNull(ordinal) ? null : RequiredBytes(row, ordinal, member);

    public static byte[] RequiredBytes(CsvRow row, int ordinal, int member)
    {
        var field = row.Field(ordinal, member);
        try
        {
            return field.StartsWith(@"\x"u8) ? Convert.FromHexString(field[2..]) : throw Unreadable(field, "bytes written as \\x and hexadecimal digits", member);
        }
        catch (FormatException)
        {
            throw Unreadable(field, "bytes written as \\x and hexadecimal digits", member);
        }
    }

    public static TValue RequiredValue<TValue>(CsvRow row, int ordinal, int member)
        where TValue : struct
    {
        var field = row.Field(ordinal, member);
        return FieldParser<TValue>.Try(field, out var value) ? value : throw Unreadable(field, CSharpName.Of(typeof(TValue)), member);
    }

    public static TValue? OptionalValue<TValue>(CsvRow row, int ordinal, int member)
        where TValue : struct => row.IsNull(ordinal) ? null : RequiredValue<TValue>(row, ordinal, member);

    public static TEnum RequiredLabel<TEnum>(CsvRow row, int ordinal, int member)
        where TEnum : struct, Enum => EnumLabel<TEnum>.Parse(RequiredText(row, ordinal, member), member);

    public static TEnum? OptionalLabel<TEnum>(CsvRow row, int ordinal, int member)
        where TEnum : struct, Enum => row.IsNull(ordinal) ? null : RequiredLabel<TEnum>(row, ordinal, member);

    ReadOnlySpan<byte> Field(int ordinal, int member) =>
        IsNull(ordinal) ? throw new FieldRefusedException(member, FieldRefusedException.Null) : Records![ordinal];

    static FieldRefusedException Unreadable(ReadOnlySpan<byte> field, string expected, int member) =>
        new(member, $"is '{FieldText.Shorten(Encoding.UTF8.GetString(field))}', not {expected}");
}
