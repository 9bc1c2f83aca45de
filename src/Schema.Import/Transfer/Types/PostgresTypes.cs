namespace Schema.Import.Transfer;

/// <summary>What PostgreSQL's column types hold when PostgreSQL is the source.</summary>
static class PostgresTypes
{
    public static SourceType Of(TransferColumn column)
    {
        var (type, shown) = (column.Type, column.Shown);
        if (column.Labels.Count > 0)
            return new(SourceKind.Enum, shown) { Labels = column.Labels };

        return type.Name switch
        {
            "bool" => new(SourceKind.Boolean, shown),
            "int2" => SourceType.Integer(shown, 16, unsigned: false),
            "int4" => SourceType.Integer(shown, 32, unsigned: false),
            "int8" => SourceType.Integer(shown, 64, unsigned: false),
            "numeric" => new(SourceKind.Decimal, shown) { Size = type.Precision, Scale = type.Scale ?? 0 },
            "float4" => new(SourceKind.Single, shown),
            "float8" => new(SourceKind.Double, shown),
            "bpchar" => new(SourceKind.Char, shown) { Size = type.Length },
            "varchar" or "text" or "citext" => new(SourceKind.Text, shown) { Size = type.Length },
            "date" => new(SourceKind.Date, shown),
            "timestamp" => new(SourceKind.DateTime, shown) { Scale = type.SecondPlaces },
            "timestamptz" => new(SourceKind.Instant, shown) { Scale = type.SecondPlaces },
            "time" => new(SourceKind.Time, shown) { Scale = type.SecondPlaces },
            "json" or "jsonb" => new(SourceKind.Json, shown),
            "uuid" => new(SourceKind.Uuid, shown),
            _ => new(SourceKind.Other, shown),
        };
    }
}
