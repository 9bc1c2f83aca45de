using System.Buffers.Binary;
using System.Globalization;

namespace Schema.Import;

/// <summary>A decimal into <c>numeric</c>, in the groups of four digits that the server itself would make of it.</summary>
sealed class NumericFormat(int? precision, int? scale) : FieldFormat<decimal>
{
    const int MostGroups = 9;
    static readonly decimal[] PowersOfTen = [.. Enumerable.Range(0, 29).Select(power => decimal.Parse("1" + new string('0', power), CultureInfo.InvariantCulture))];

    readonly decimal? limit = (precision - scale) switch
    {
        >= 0 and <= 28 and var whole => PowersOfTen[whole],
        < 0 and >= -28 and var zeros => 1 / PowersOfTen[-zeros],
        _ => null,
    };

    readonly decimal step = scale is < 0 and >= -28 ? PowersOfTen[-scale.Value] : 1;

    public override string? Write(RowBuffer buffer, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var places = (parts[3] >> 16) & 0xff;
        var digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var shown = places;
        if (scale is { } most)
        {
            if (RoundsOrOverflows(value, digits, places, most))
                return string.Create(CultureInfo.InvariantCulture, $"is {value}, which numeric({precision},{scale}) would round or refuse");

            shown = Math.Max(most, 0);
        }

        WriteGroups(buffer, digits, places, parts[3] < 0, shown);
        return null;
    }

    bool RoundsOrOverflows(decimal value, UInt128 digits, int places, int most)
    {
        for (; places > Math.Max(most, 0); places--, digits /= 10)
        {
            if (digits % 10 != 0)
                return true;
        }

        return (limit is { } bound && Math.Abs(value) >= bound) || (step != 1 && value % step != 0);
    }

    static void WriteGroups(RowBuffer buffer, UInt128 digits, int places, bool negative, int shown)
    {
        Span<short> groups = stackalloc short[MostGroups];
        var fractional = (places + 3) / 4;
        digits *= (uint)PowersOfTen[(fractional * 4) - places];
        var count = 0;
        for (; digits != 0; digits /= 10000)
            groups[count++] = (short)(digits % 10000);

        var weight = count - fractional - 1;
        var trailing = 0;
        while (trailing < count && groups[trailing] == 0)
            trailing++;

        var isZero = count == 0;
        var field = buffer.Field(8 + ((count - trailing) * 2));
        BinaryPrimitives.WriteInt16BigEndian(field, (short)(count - trailing));
        BinaryPrimitives.WriteInt16BigEndian(field[2..], (short)(isZero ? 0 : weight));
        BinaryPrimitives.WriteInt16BigEndian(field[4..], (short)(negative && !isZero ? 0x4000 : 0));
        BinaryPrimitives.WriteInt16BigEndian(field[6..], (short)shown);
        for (var (at, group) = (8, count - 1); group >= trailing; at += 2, group--)
            BinaryPrimitives.WriteInt16BigEndian(field[at..], groups[group]);
    }
}
