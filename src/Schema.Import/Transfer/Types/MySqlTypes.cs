using System.Globalization;
using System.Text.RegularExpressions;
using Schema.Import.MySql;

namespace Schema.Import.Transfer;

/// <summary>What MySQL's column types hold.</summary>
static partial class MySqlTypes
{
    public static SourceType Of(MySqlColumn column)
    {
        var (first, second) = Modifier(column.ColumnType);
        var shown = column.ColumnType;
        return column.DataType switch
        {
            "tinyint" => Integer(column, 8),
            "smallint" => Integer(column, 16),
            "mediumint" => Integer(column, 24),
            "int" or "integer" => Integer(column, 32),
            "bigint" => Integer(column, 64),
            "year" => new(SourceKind.Integer, shown) { Greatest = 9999, IsZeroFilled = true },
            "decimal" or "numeric" => new(SourceKind.Decimal, shown) { Size = first ?? 10, Scale = second ?? 0 },
            "float" => new(SourceKind.Single, shown),
            "double" => new(SourceKind.Double, shown),
            "bit" => new(SourceKind.Bits, shown) { Size = first ?? 1 },
            "char" => new(SourceKind.Char, shown) { Size = first ?? 1 },
            "varchar" => new(SourceKind.Text, shown) { Size = first },
            "tinytext" or "text" or "mediumtext" or "longtext" or "inet4" or "inet6" => new(SourceKind.Text, shown),
            "binary" => new(SourceKind.Bytes, shown) { Size = first ?? 1 },
            "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" => new(SourceKind.Bytes, shown),
            "date" => new(SourceKind.Date, shown),
            "datetime" => new(SourceKind.DateTime, shown) { Scale = first ?? 0 },
            "timestamp" => new(SourceKind.Instant, shown) { Scale = first ?? 0 },
            "time" => new(SourceKind.Time, shown) { Scale = first ?? 0 },
            "enum" => new(SourceKind.Enum, shown) { Labels = Labels(shown) },
            "set" => new(SourceKind.Set, shown) { Labels = Labels(shown) },
            "json" => new(SourceKind.Json, shown),
            "uuid" => new(SourceKind.Uuid, shown),
            "geometry" or "point" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection"
                or "geomcollection" or "vector" => new(SourceKind.Bytes, shown),
            _ => new(SourceKind.Other, shown),
        };
    }

    static SourceType Integer(MySqlColumn column, int bits)
    {
        var zerofill = column.ColumnType.Contains("zerofill", StringComparison.OrdinalIgnoreCase);
        var unsigned = zerofill || column.ColumnType.Contains("unsigned", StringComparison.OrdinalIgnoreCase);
        return SourceType.Integer(column.ColumnType, bits, unsigned) with { IsZeroFilled = zerofill };
    }

    static (int? First, int? Second) Modifier(string columnType)
    {
        var found = Numbers.Match(columnType);
        return (Number(found.Groups[1]), Number(found.Groups[2]));
    }

    static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    static string[] Labels(string columnType) => [.. Label.Matches(columnType).Select(match => match.Groups[1].Value.Replace("''", "'"))];

    [GeneratedRegex(@"^\w+\((\d+)(?:,(\d+))?\)")]
    static partial Regex Numbers { get; }

    [GeneratedRegex("'((?:[^']|'')*)'")]
    static partial Regex Label { get; }
}
