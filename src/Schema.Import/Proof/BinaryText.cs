using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Schema.Import;

/// <summary>A key from a row in binary, as a person would write it.</summary>
static class BinaryText
{
    public static string Of(ReadOnlySpan<byte> value, string type, bool secret) => secret ? FieldText.Mask : type switch
    {
        "uuid" => new Guid(value, bigEndian: true).ToString(),
        "int2" => BinaryPrimitives.ReadInt16BigEndian(value).ToString(CultureInfo.InvariantCulture),
        "int4" => BinaryPrimitives.ReadInt32BigEndian(value).ToString(CultureInfo.InvariantCulture),
        "int8" => BinaryPrimitives.ReadInt64BigEndian(value).ToString(CultureInfo.InvariantCulture),
        "text" or "varchar" or "bpchar" or "citext" or "name" => FieldText.Shorten(Encoding.UTF8.GetString(value)),
        _ => FieldText.Shorten(@"\x" + Convert.ToHexStringLower(value)),
    };
}
