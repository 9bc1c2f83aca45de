using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Schema.Import;

/// <summary>Text into <c>text</c>, <c>varchar(n)</c>, <c>citext</c> or the label of an enum; <c>char(n)</c> is padded as the server does it.</summary>
sealed class TextFormat(string type, int? most, bool padded = false) : FieldFormat<string>
{
    public override string? Write(RowBuffer buffer, string value)
    {
        if (value.Contains('\0'))
            return "holds a NUL character, which text cannot";

        var characters = value.Length;
        if (most is { } limit && (value.Length > limit || padded) && (characters = Characters(value)) > limit)
            return string.Create(CultureInfo.InvariantCulture, $"has {characters:N0} characters, {type}({limit}) holds {limit:N0}");

        return Utf8Field.Write(buffer, value, padded ? most!.Value - characters : 0);
    }

    static int Characters(string value)
    {
        var count = 0;
        foreach (var rune in value.EnumerateRunes())
            count++;

        return count;
    }
}

static class Utf8Field
{
    public const string Broken = "is not valid Unicode: it holds half of a surrogate pair";

    public static string? Write(RowBuffer buffer, string value, int spaces = 0)
    {
        var start = buffer.BeginField();
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var room = buffer.Take(most);
        if (Utf8.FromUtf16(value, room, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            return Broken;

        buffer.GiveBack(most - written);
        if (spaces > 0)
            buffer.Take(spaces).Fill((byte)' ');

        buffer.EndField(start);
        return null;
    }
}

/// <summary>An enumeration as the text of its name in snake_case.</summary>
sealed class LabelFormat<TEnum>(FieldFormat<string> format) : FieldFormat<TEnum>
    where TEnum : struct, Enum
{
    static readonly Dictionary<TEnum, string> Labels = Enum.GetValues<TEnum>().Distinct().ToDictionary(value => value, value => SnakeCase.From(value.ToString()));

    public override string? Write(RowBuffer buffer, TEnum value) =>
        Labels.TryGetValue(value, out var label) ? format.Write(buffer, label) : $"is {value}, which {typeof(TEnum).Name} does not name";
}

sealed class UuidFormat : FieldFormat<Guid>
{
    public override string? Write(RowBuffer buffer, Guid value)
    {
        buffer.Uuid(value);
        return null;
    }
}

sealed class BytesFormat : FieldFormat<byte[]>
{
    public override string? Write(RowBuffer buffer, byte[] value)
    {
        buffer.Bytes(value);
        return null;
    }
}
