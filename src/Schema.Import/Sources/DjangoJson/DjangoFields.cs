using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Schema.Import;

/// <summary>The fields of one row of a Django dump as typed values; what cannot be read refuses the row.</summary>
sealed class DjangoFields(DjangoRow row, RecordShape shape)
{
    readonly byte[][] names = [.. shape.Members.Select(member => Encoding.UTF8.GetBytes(member.Column))];
    readonly JsonValue[] values = new JsonValue[shape.Members.Count];

    /// <summary>Finds the value of each member; what the record lacks is a reason to refuse the row.</summary>
    public string? Take()
    {
        var found = 0;
        for (var member = 0; member < names.Length; member++)
        {
            values[member] = Find(names[member]);
            found += values[member].Kind != JsonTokenType.None && !names[member].AsSpan().SequenceEqual("id"u8) ? 1 : 0;
        }

        return found < row.Fields.Length ? $"cannot be read: {Superfluous()} has no parameter in {shape.Type.Name}" : null;
    }

    public static MethodInfo Method(RecordMember member)
    {
        var name = (member.Type == typeof(string), member.IsNullable) switch
        {
            (true, true) => nameof(OptionalText),
            (true, false) => nameof(RequiredText),
            (false, true) => nameof(OptionalValue),
            _ => nameof(RequiredValue),
        };
        var method = typeof(DjangoFields).GetMethod(name)!;

        return method.IsGenericMethodDefinition ? method.MakeGenericMethod(member.ValueType) : method;
    }

    public static string? OptionalText(DjangoFields fields, int ordinal, int member) =>
        fields.Given(ordinal, member).Kind == JsonTokenType.Null ? null : RequiredText(fields, ordinal, member);

    public static string RequiredText(DjangoFields fields, int ordinal, int member)
    {
        var value = fields.Required(ordinal, member);
        return value.Kind == JsonTokenType.String
            ? Encoding.UTF8.GetString(fields.Row.Plain(value))
            : throw new FieldRefusedException(member, $"is {fields.Row.Shown(value)}, not text");
    }

    public static TValue RequiredValue<TValue>(DjangoFields fields, int ordinal, int member)
        where TValue : struct
    {
        var value = fields.Required(ordinal, member);
        return FieldParser<TValue>.Try(value.In(fields.Row.Bytes), out var read)
            ? read
            : throw new FieldRefusedException(member, $"is {fields.Row.Shown(value)}, not {CSharpName.Of(typeof(TValue))}");
    }

    public static TValue? OptionalValue<TValue>(DjangoFields fields, int ordinal, int member)
        where TValue : struct =>
        fields.Given(ordinal, member).Kind == JsonTokenType.Null ? null : RequiredValue<TValue>(fields, ordinal, member);

    /// <summary>Secrets are masked; what is missing is NULL.</summary>
    public string? Text(int member) => values[member].Kind is JsonTokenType.None or JsonTokenType.Null ? null
        : shape.Members[member].IsSecret ? FieldText.Mask
        : Encoding.UTF8.GetString(values[member].In(row.Bytes));

    DjangoRow Row => row;

    JsonValue Given(int ordinal, int member) => values[ordinal].Kind == JsonTokenType.None
        ? throw new FieldRefusedException(member, "is missing")
        : values[ordinal];

    JsonValue Required(int ordinal, int member) => Given(ordinal, member) is { Kind: not JsonTokenType.Null } value
        ? value
        : throw new FieldRefusedException(member, FieldRefusedException.Null);

    JsonValue Find(byte[] name)
    {
        if (name.AsSpan().SequenceEqual("id"u8))
            return row.PkValue;

        return row.TryField(name, out var value) || (IsReference(name) && row.TryField(name.AsSpan(0, name.Length - 3), out value)) ? value : default;
    }

    /// <summary>Django dumps a foreign key under the name of its field, without the column's <c>_id</c>.</summary>
    static bool IsReference(ReadOnlySpan<byte> name) => name.EndsWith("_id"u8);

    string Superfluous()
    {
        foreach (var field in row.Fields)
        {
            var name = Encoding.UTF8.GetString(field.Key(row.Bytes));
            if (shape.Members.All(member => member.Column != name && member.Column != $"{name}_id"))
                return name;
        }

        return "a field given twice";
    }
}
