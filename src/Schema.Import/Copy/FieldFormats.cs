namespace Schema.Import;

/// <summary>Which types fit which columns without a loss.</summary>
static class FieldFormats
{
    /// <summary>The format for values of a type, NULL not among them; <see langword="null"/> when the two do not go together.</summary>
    public static object? For(Type value, TargetType column)
    {
        if (value.IsArray && value != typeof(byte[]))
            return column.Element is { } element ? Array(value.GetElementType()!, element) : null;

        return value.IsEnum ? Enumeration(value, column) : Scalar(value, column);
    }

    /// <summary>The same with NULL allowed or refused, as the type says.</summary>
    public static object? For(RecordMember member, TargetType column) =>
        For(member.ValueType, column) is { } format ? Wrap(member.Type, member.IsNullable, format) : null;

    static object? Scalar(Type value, TargetType column) => column switch
    {
        { IsEnum: true } when value == typeof(string) => new TextFormat(column.Name, null),
        { Name: "text" or "citext" or "varchar" or "name" } when value == typeof(string) => new TextFormat(column.Name, column.Length),
        { Name: "bpchar" } when value == typeof(string) => new TextFormat("char", column.Length, padded: column.Length is not null),
        { Name: "json" } when value == typeof(string) => new JsonFormat(binary: false),
        { Name: "jsonb" } when value == typeof(string) => new JsonFormat(binary: true),
        { Name: "uuid" } when value == typeof(Guid) => new UuidFormat(),
        { Name: "bool" } when value == typeof(bool) => new BooleanFormat(),
        { Name: "bytea" } when value == typeof(byte[]) => new BytesFormat(),
        { Name: "int2" } => Integer(value, 2),
        { Name: "int4" } => Integer(value, 4),
        { Name: "int8" } => Integer(value, 8),
        { Name: "numeric" } when value == typeof(decimal) => new NumericFormat(column.Precision, column.Scale),
        { Name: "float4" } when value == typeof(float) => new SingleFormat(),
        { Name: "float8" } when value == typeof(float) => new WideningFormat(),
        { Name: "float8" } when value == typeof(double) => new DoubleFormat(),
        _ => Time(value, column),
    };

    static object? Time(Type value, TargetType column) => column.Name switch
    {
        "timestamptz" when value == typeof(DateTime) => new InstantFormat(column.SecondPlaces),
        "timestamptz" when value == typeof(DateTimeOffset) => new OffsetFormat(column.SecondPlaces),
        "timestamp" when value == typeof(DateTime) => new LocalTimeFormat(column.SecondPlaces),
        "date" when value == typeof(DateOnly) => new DateFormat(),
        "time" when value == typeof(TimeOnly) => new TimeOfDayFormat(column.SecondPlaces),
        "interval" when value == typeof(TimeSpan) && column.Modifier < 0 => new IntervalFormat(6),
        _ => null,
    };

    static object? Integer(Type value, int size) => Type.GetTypeCode(value) switch
    {
        TypeCode.Byte => new IntegerFormat<byte>(size),
        TypeCode.Int16 => new IntegerFormat<short>(size),
        TypeCode.Int32 => new IntegerFormat<int>(size),
        TypeCode.UInt32 => new IntegerFormat<uint>(size),
        TypeCode.Int64 => new IntegerFormat<long>(size),
        TypeCode.UInt64 => new IntegerFormat<ulong>(size),
        _ => null,
    };

    static object? Enumeration(Type value, TargetType column) =>
        Scalar(typeof(string), column) is TextFormat text ? Create(typeof(LabelFormat<>), value, text) : null;

    static object? Array(Type element, TargetType column)
    {
        var inner = Nullable.GetUnderlyingType(element) ?? element;
        if (For(inner, column) is not { } format)
            return null;

        return Create(typeof(ArrayFormat<>), element, Wrap(element, nullable: element != inner || !element.IsValueType, format), column.Oid);
    }

    static object Wrap(Type type, bool nullable, object format) => (Nullable.GetUnderlyingType(type), type.IsValueType, nullable) switch
    {
        ({ } inner, _, _) => Create(typeof(NullableFormat<>), inner, format),
        (null, true, _) => format,
        (null, false, true) => Create(typeof(ReferenceFormat<>), type, format),
        (null, false, false) => Create(typeof(RequiredFormat<>), type, format),
    };

    static object Create(Type generic, Type argument, params object[] arguments) =>
        Activator.CreateInstance(generic.MakeGenericType(argument), arguments)!;
}
