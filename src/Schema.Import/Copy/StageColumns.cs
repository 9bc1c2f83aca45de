namespace Schema.Import;

/// <summary>The columns of a staging table, made from the members of its record.</summary>
static class StageColumns
{
    public static string Sql(Type record) => string.Join(", ", RecordShape.Of(record).Members.Select(Column));

    static string Column(RecordMember member)
    {
        var type = member.ValueType is { IsArray: true } array && array != typeof(byte[])
            ? Scalar(member, Nullable.GetUnderlyingType(array.GetElementType()!) ?? array.GetElementType()!) + "[]"
            : Scalar(member, member.ValueType);

        return $"{SqlName.Quote(member.Column)} {type}{(member.IsNullable ? "" : " not null")}";
    }

    static string Scalar(RecordMember member, Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => "text",
        TypeCode.String => "text",
        TypeCode.Boolean => "boolean",
        TypeCode.Byte or TypeCode.Int16 => "smallint",
        TypeCode.Int32 => "integer",
        TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 => "bigint",
        TypeCode.Decimal => "numeric",
        TypeCode.Single => "real",
        TypeCode.Double => "double precision",
        TypeCode.DateTime => "timestamp with time zone",
        _ => Other(member, type),
    };

    static string Other(RecordMember member, Type type) =>
        type == typeof(Guid) ? "uuid"
        : type == typeof(byte[]) ? "bytea"
        : type == typeof(DateTimeOffset) ? "timestamp with time zone"
        : type == typeof(DateOnly) ? "date"
        : type == typeof(TimeOnly) ? "time"
        : type == typeof(TimeSpan) ? "interval"
        : throw new InvalidOperationException($"{member.Property.DeclaringType!.Name}.{member.Name} is {type.Name}, which a staging table has no column for.");
}
