using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Unicode;

namespace Schema.Import;

/// <summary>Makes records of the rows of a CSV file.</summary>
sealed class CsvBinder<TLegacy>
{
    readonly RecordShape shape;
    readonly string[] header;
    readonly int[] ordinals;
    readonly CsvRow row;
    readonly Func<CsvRow, TLegacy> bind;

    public CsvBinder(RecordShape shape, string source, string[] header, CsvFormat format)
    {
        (this.shape, this.header) = (shape, header);
        ordinals = RecordBinding.Match(shape, source, header, format.AllowsOtherColumns);
        row = new CsvRow(format);
        bind = RecordReader.For<CsvRow, TLegacy>(shape, ordinals, Method);
    }

    public int Columns => header.Length;

    public SourceRow<TLegacy> Read(CsvRecords records)
    {
        row.Records = records;
        if (!Utf8.IsValid(records.Whole))
            return Refused("is not valid UTF-8");

        if (records.Count != header.Length)
            return Refused(string.Create(CultureInfo.InvariantCulture, $"has {records.Count} fields, the header has {header.Length}"));

        try
        {
            return new SourceRow<TLegacy>(records.Line, bind(row));
        }
        catch (FieldRefusedException refused)
        {
            return Refused(RecordReader.Reason(shape, refused));
        }
    }

    SourceRow<TLegacy> Refused(string reason)
    {
        var fields = Enumerable.Range(0, shape.Members.Count).ToDictionary(number => shape.Members[number].Column, Text);
        return new SourceRow<TLegacy>(row.Records!.Line, default, new SourceRefusal(FieldText.Shorten(fields[shape.Key.Column] ?? "NULL"), reason, fields));
    }

    string? Text(int number)
    {
        var ordinal = ordinals[number];
        return ordinal >= row.Records!.Count || row.IsNull(ordinal) ? null
            : shape.Members[number].IsSecret ? FieldText.Mask
            : Encoding.UTF8.GetString(row.Records[ordinal]);
    }

    static MethodInfo Method(RecordMember member)
    {
        var name = (member.ValueType.IsEnum, member.Type == typeof(string), member.Type == typeof(byte[]), member.IsNullable) switch
        {
            (_, true, _, true) => nameof(CsvRow.OptionalText),
            (_, true, _, false) => nameof(CsvRow.RequiredText),
            (_, _, true, true) => nameof(CsvRow.OptionalBytes),
            (_, _, true, false) => nameof(CsvRow.RequiredBytes),
            (true, _, _, true) => nameof(CsvRow.OptionalLabel),
            (true, _, _, false) => nameof(CsvRow.RequiredLabel),
            (_, _, _, true) => nameof(CsvRow.OptionalValue),
            _ => nameof(CsvRow.RequiredValue),
        };
        var method = typeof(CsvRow).GetMethod(name)!;

        return method.IsGenericMethodDefinition ? method.MakeGenericMethod(member.ValueType) : method;
    }
}
