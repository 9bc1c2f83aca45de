namespace Schema.Import.Transfer;

/// <summary>Decides by the pair of types, before any row, how a column is carried over; no conversion means that the pair is refused.</summary>
static class ConversionChoice
{
    public static Conversion? For(SourceColumn source, TransferColumn target)
    {
        // PostgreSQL's own text for a type is the same on both sides, whatever the type.
        if (source.PostgresType is { } type && type == target.Shown)
            return new PlainConversion(target.Type.Name == "jsonb" ? Canonical.Json : Canonical.Text);

        if (source.Type.Kind == SourceKind.Untyped)
            return Untyped(target);

        return target.TypeName switch
        {
            "bool" => ToBoolean(source.Type),
            "int2" => ToInteger(source.Type, short.MinValue, short.MaxValue),
            "int4" => ToInteger(source.Type, int.MinValue, int.MaxValue),
            "int8" => ToInteger(source.Type, long.MinValue, long.MaxValue),
            "numeric" => ToDecimal(source.Type, target.Type),
            "float4" => ToFloat(source.Type, isSingle: true),
            "float8" => ToFloat(source.Type, isSingle: false),
            "text" or "varchar" or "citext" or "bpchar" => TextChoice.For(source.Type, target.Type),
            "enum" => source.Type.Kind is SourceKind.Enum or SourceKind.Char or SourceKind.Text ? new LabelConversion(target.Shown, target.Labels) : null,
            "json" or "jsonb" => ToJson(source.Type, target.Type.Name == "jsonb"),
            "uuid" => ToUuid(source.Type, target.IsNullable),
            "inet" => source.Type.Kind is SourceKind.Char or SourceKind.Text ? new AddressConversion() : null,
            "bytea" => source.Type.Kind == SourceKind.Bytes ? new BytesConversion() : null,
            "bit" => Fits(source.Type, size => target.Type.Modifier == size) ? new BitsConversion(source.Type.Size!.Value) : null,
            "varbit" => Fits(source.Type, size => target.Type.Modifier < 0 || target.Type.Modifier >= size) ? new BitsConversion(source.Type.Size!.Value) : null,
            "_text" or "_varchar" => source.Type.Kind == SourceKind.Set ? new LabelsConversion() : null,
            _ => TimeChoice.For(source.Type, target),
        };
    }

    /// <summary>What a file's text must be is what the target's type reads.</summary>
    static Conversion? Untyped(TransferColumn target)
    {
        if (target.TypeName == "bytea")
            return new HexConversion();

        var natural = target.TypeName switch
        {
            "bool" => SourceType.Integer("not known", 8, unsigned: false),
            "int2" or "int4" or "int8" or "numeric" => new(SourceKind.Decimal, "not known"),
            "float4" or "float8" => new(SourceKind.Double, "not known"),
            "date" or "timestamp" or "timestamptz" => new(SourceKind.DateTime, "not known"),
            "time" or "interval" => new(SourceKind.Time, "not known"),
            _ => new SourceType(SourceKind.Text, "not known"),
        };
        return For(new SourceColumn("", natural, IsNullable: true, ""), target);
    }

    static Conversion? ToBoolean(SourceType source) => source.Kind switch
    {
        SourceKind.Integer => new BooleanConversion(fromBits: false),
        SourceKind.Bits when source.Size == 1 => new BooleanConversion(fromBits: true),
        SourceKind.Boolean => new PlainConversion(),
        _ => null,
    };

    static Conversion? ToInteger(SourceType source, long least, long greatest) => source.Kind switch
    {
        SourceKind.Integer when !source.IsZeroFilled && source.Least >= least && source.Greatest <= greatest => new PlainConversion(),
        SourceKind.Integer or SourceKind.Decimal => new IntegerConversion(least, greatest),
        SourceKind.Bits => new BitsNumberConversion(greatest),
        SourceKind.Boolean => new FromBooleanConversion(),
        _ => null,
    };

    static Conversion? ToDecimal(SourceType source, TargetType target) => source.Kind switch
    {
        SourceKind.Integer when target.Precision is null && !source.IsZeroFilled => new PlainConversion(),
        // A scale below zero rounds before the point.
        SourceKind.Integer or SourceKind.Decimal when target.Scale is null or >= 0 => new DecimalConversion(target.Precision, target.Scale ?? 0),
        SourceKind.Single or SourceKind.Double when target.Scale is null or >= 0 =>
            new FloatToDecimalConversion(source.Kind == SourceKind.Single, new(target.Precision, target.Scale ?? 0)),
        _ => null,
    };

    static Conversion? ToFloat(SourceType source, bool isSingle) => source.Kind switch
    {
        SourceKind.Single or SourceKind.Double => new FloatConversion(isSingle),
        SourceKind.Integer => new WholeFloatConversion(isSingle),
        SourceKind.Decimal => new DecimalToFloatConversion(isSingle),
        _ => null,
    };

    static JsonConversion? ToJson(SourceType source, bool isBinary) => source.Kind is SourceKind.Json or SourceKind.Char or SourceKind.Text
        ? new JsonConversion(isBinary, isKnown: source.Kind == SourceKind.Json)
        : null;

    static Conversion? ToUuid(SourceType source, bool isNullable) => source.Kind switch
    {
        SourceKind.Char or SourceKind.Text => new UuidConversion(isNullable),
        SourceKind.Uuid => new UuidConversion(isNullable),
        SourceKind.Bytes when source.Size == 16 => new UuidBytesConversion(),
        _ => null,
    };

    static bool Fits(SourceType source, Func<int, bool> fits) => source is { Kind: SourceKind.Bits, Size: { } size } && fits(size);
}
