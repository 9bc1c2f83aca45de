// The names are MySQL's own.
#pragma warning disable CA1720

namespace Schema.Import.MySql;

/// <summary>The type of a field on the wire; the catalogue's column type says more (tinyint(1), enum labels, unsigned).</summary>
public enum MySqlType : byte
{
    OldDecimal = 0,
    TinyInt = 1,
    SmallInt = 2,
    Int = 3,
    Float = 4,
    Double = 5,
    Null = 6,
    Timestamp = 7,
    BigInt = 8,
    MediumInt = 9,
    Date = 10,
    Time = 11,
    DateTime = 12,
    Year = 13,
    OldVarChar = 15,
    Bit = 16,
    Vector = 242,
    Json = 245,
    Decimal = 246,
    Enum = 247,
    Set = 248,
    TinyBlob = 249,
    MediumBlob = 250,
    LongBlob = 251,
    Blob = 252,
    VarChar = 253,
    Char = 254,
    Geometry = 255,
}

/// <summary>What the server says about a field beside its type.</summary>
[Flags]
public enum MySqlFlags
{
    None = 0,
    NotNull = 1,
    PrimaryKey = 2,
    UniqueKey = 4,
    PartOfKey = 8,
    Blob = 16,
    Unsigned = 32,
    ZeroFill = 64,
    Binary = 128,
    Enum = 256,
    AutoIncrement = 512,
    Timestamp = 1024,
    Set = 2048,
}
