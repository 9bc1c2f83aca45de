using System.Buffers.Binary;
using System.Globalization;

namespace Schema.Import.Transfer;

/// <summary>The one form of a value of which servers write several texts.</summary>
static class CanonicalField
{
    public const int Longest = 16;

    public static int Of(Canonical kind, ReadOnlySpan<byte> text, Span<byte> form)
    {
        switch (kind)
        {
            case Canonical.Json:
                BinaryPrimitives.WriteUInt128BigEndian(form, JsonHash.Of(text));
                return 16;
            case Canonical.Single:
                BinaryPrimitives.WriteInt32BigEndian(form, BitConverter.SingleToInt32Bits(float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));
                return 4;
            case Canonical.Double:
                BinaryPrimitives.WriteInt64BigEndian(form, BitConverter.DoubleToInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));
                return 8;
            default:
                throw new InvalidOperationException("A plain text is its own form.");
        }
    }
}
