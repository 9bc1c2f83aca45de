using System.Reflection;
using Npgsql;

namespace Schema.Import;

/// <summary>Makes records of the rows of a query.</summary>
sealed class PostgresBinder<TLegacy>
{
    readonly RecordShape shape;
    readonly string source;
    readonly NpgsqlDataReader reader;
    readonly int[] ordinals;
    readonly Func<NpgsqlDataReader, TLegacy> bind;

    public PostgresBinder(RecordShape shape, string source, NpgsqlDataReader reader)
    {
        (this.shape, this.source, this.reader) = (shape, source, reader);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        ordinals = RecordBinding.Match(shape, source, columns);
        bind = RecordReader.For<NpgsqlDataReader, TLegacy>(shape, ordinals, Method);
    }

    public SourceRow<TLegacy> Read(long position)
    {
        try
        {
            return new SourceRow<TLegacy>(position, bind(reader));
        }
        catch (FieldRefusedException refused) when (refused.IsOfAnotherType)
        {
            throw OfAnotherType(refused.Member);
        }
        catch (FieldRefusedException refused)
        {
            return new SourceRow<TLegacy>(position, default, new SourceRefusal(Key(), RecordReader.Reason(shape, refused), Fields()));
        }
    }

    SchemaException OfAnotherType(int number)
    {
        var member = shape.Members[number];
        return new SchemaException(
            ExitCode.DataRefused,
            $"{source}: column {reader.GetName(ordinals[number])} is {reader.GetDataTypeName(ordinals[number])}, {shape.Type.Name}.{member.Name} is {CSharpName.Of(member.Type)}.",
            "Cast the column in the query, or give the parameter the column's type.");
    }

    static MethodInfo Method(RecordMember member)
    {
        var name = (member.ValueType.IsEnum, member.Type.IsValueType, member.IsNullable) switch
        {
            (true, _, true) => nameof(PostgresField.OptionalLabel),
            (true, _, false) => nameof(PostgresField.Label),
            (_, true, true) => nameof(PostgresField.OptionalValue),
            (_, false, true) => nameof(PostgresField.Optional),
            _ => nameof(PostgresField.Required),
        };

        return typeof(PostgresField).GetMethod(name)!.MakeGenericMethod(member.ValueType);
    }

    string Key() => Text(shape.Members.ToList().IndexOf(shape.Key)) is { } key ? FieldText.Shorten(key) : "NULL";

    Dictionary<string, string?> Fields() =>
        Enumerable.Range(0, shape.Members.Count).ToDictionary(number => shape.Members[number].Column, Text);

    string? Text(int number)
    {
        var ordinal = ordinals[number];
        if (reader.IsDBNull(ordinal))
            return null;

        try
        {
            return FieldText.Whole(reader.GetValue(ordinal), shape.Members[number].IsSecret);
        }
        catch (Exception unreadable) when (unreadable is not NpgsqlException)
        {
            return $"({reader.GetDataTypeName(ordinal)} out of range)";
        }
    }
}
