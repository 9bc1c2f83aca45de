using System.Text.Json.Serialization;

namespace Schema.Import.Transfer;

/// <summary>What a source's column holds, whatever the system calls it.</summary>
enum SourceKind
{
    /// <summary>A type for which only the very same one will do.</summary>
    Other,

    /// <summary>Text of a file that does not say what it was.</summary>
    Untyped,
    Boolean,
    Integer,
    Decimal,
    Single,
    Double,
    Bits,
    Char,
    Text,
    Bytes,
    Date,

    /// <summary>A wall clock's time, of no zone.</summary>
    DateTime,

    /// <summary>An instant, shown in UTC.</summary>
    Instant,
    Time,
    Enum,
    Set,
    Json,
    Uuid,
}

/// <summary>A source column's type with what limits its values.</summary>
sealed record SourceType(SourceKind Kind, string Shown)
{
    /// <summary>Characters, bytes, bits, or all digits of a number.</summary>
    public int? Size { get; init; }

    /// <summary>Digits behind the point.</summary>
    public int Scale { get; init; }

    public Int128 Least { get; init; }

    public Int128 Greatest { get; init; }

    /// <summary>Numbers are shown with zeros before them.</summary>
    public bool IsZeroFilled { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Its values are no text, and are written as hexadecimal digits where text is needed.</summary>
    [JsonIgnore]
    public bool IsBinary => Kind is SourceKind.Bytes or SourceKind.Bits;

    public static SourceType Integer(string shown, int bits, bool unsigned) => new(SourceKind.Integer, shown)
    {
        Least = unsigned ? 0 : -(Int128.One << (bits - 1)),
        Greatest = (Int128.One << (unsigned ? bits : bits - 1)) - 1,
    };
}
