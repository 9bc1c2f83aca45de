using System.Buffers.Text;
using System.Security.Cryptography;

namespace Schema.Import.Transfer;

/// <summary>How a field is sent in the binary form of COPY, made of the text that the server would write for it.</summary>
enum BinaryField
{
    Text,
    Bytes,
    Boolean,
    Int16,
    Int32,
    Int64,
    Numeric,
    Uuid,
    Date,
    Time,
    Timestamp,
}

static class BinaryFields
{
    static readonly long Epoch = new DateTime(2000, 1, 1).Ticks;

    /// <summary>Nothing where the binary form is not known here, or where the server has more than one text for a value.</summary>
    public static BinaryField? Of(ColumnPlan column) => (column.Target.TypeName, column.Conversion) switch
    {
        (_, { Canonical: not Canonical.Text }) => null,
        ("text" or "varchar" or "citext" or "bpchar" or "json" or "enum", _) => BinaryField.Text,
        ("bytea", BytesConversion) => BinaryField.Bytes,
        ("bool", _) => BinaryField.Boolean,
        ("int2", _) => BinaryField.Int16,
        ("int4", _) => BinaryField.Int32,
        ("int8", _) => BinaryField.Int64,
        ("uuid", _) => BinaryField.Uuid,
        // Another PostgreSQL may hold infinity, or a year before the first.
        (_, PlainConversion) when column.Source.Type.Kind != SourceKind.Integer => null,
        ("numeric", _) => BinaryField.Numeric,
        ("date", _) => BinaryField.Date,
        ("time", _) => BinaryField.Time,
        ("timestamp" or "timestamptz", _) => BinaryField.Timestamp,
        _ => null,
    };

    /// <summary>The text's hash; large objects count by their digest, of which the server makes no second copy.</summary>
    public static ulong Hash(BinaryField field, ReadOnlySpan<byte> text, ulong seed)
    {
        if (field != BinaryField.Bytes)
            return ServerHash.Of(text, seed);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> digits = stackalloc byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        Convert.TryToHexStringLower(digest, digits, out _);
        return ServerHash.Of(digits, seed);
    }

    public static void Write(BinaryField field, ReadOnlySpan<byte> text, LineBuffer row)
    {
        switch (field)
        {
            case BinaryField.Boolean:
                row.Int32(1);
                row.Byte(text[0] == 't' ? (byte)1 : (byte)0);
                break;
            case BinaryField.Int16:
                row.Int32(sizeof(short));
                row.Int16((short)Whole(text));
                break;
            case BinaryField.Int32 or BinaryField.Date:
                row.Int32(sizeof(int));
                row.Int32(field == BinaryField.Date ? (int)(Days(text) / TimeSpan.TicksPerDay) : (int)Whole(text));
                break;
            case BinaryField.Int64 or BinaryField.Time or BinaryField.Timestamp:
                row.Int32(sizeof(long));
                row.Int64(field switch
                {
                    BinaryField.Time => Microseconds(text),
                    BinaryField.Timestamp => Days(text) / TimeSpan.TicksPerMicrosecond + Microseconds(text[(DateText.DateLength + 1)..]),
                    _ => Whole(text),
                });
                break;
            case BinaryField.Numeric:
                NumericText.Write(text, row);
                break;
            case BinaryField.Uuid:
                Uuid(text, row);
                break;
            default:
                row.Int32(text.Length);
                row.Raw(text);
                break;
        }
    }

    static long Whole(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length ? number : throw Unreadable();

    static void Uuid(ReadOnlySpan<byte> text, LineBuffer row)
    {
        if (!Utf8Parser.TryParse(text, out Guid id, out var used) || used != text.Length)
            throw Unreadable();

        row.Int32(16);
        id.TryWriteBytes(row.Room(16), bigEndian: true, out _);
    }

    /// <summary>Ticks from the server's epoch to the date's midnight.</summary>
    static long Days(ReadOnlySpan<byte> text) => new DateTime(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2)).Ticks - Epoch;

    /// <summary>A time of day; a zone behind it is UTC.</summary>
    static long Microseconds(ReadOnlySpan<byte> time)
    {
        var seconds = (Number(time, 0, 2) * 60L + Number(time, 3, 2)) * 60 + Number(time, 6, 2);
        var fraction = 0L;
        var place = 100_000;
        for (var at = 9; at < time.Length && time[at] is >= (byte)'0' and <= (byte)'9'; at++, place /= 10)
            fraction += (time[at] - '0') * place;

        return seconds * 1_000_000 + fraction;
    }

    static int Number(ReadOnlySpan<byte> text, int start, int digits)
    {
        var number = 0;
        foreach (var digit in text.Slice(start, digits))
            number = number * 10 + digit - '0';

        return number;
    }

    static InvalidOperationException Unreadable() => new("A conversion wrote a value that its target's type does not read.");
}
