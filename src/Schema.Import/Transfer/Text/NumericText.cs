namespace Schema.Import.Transfer;

/// <summary>A decimal number's text as the binary <c>numeric</c>: groups of four digits on both sides of the point.</summary>
static class NumericText
{
    const int GroupSize = 4;
    const short Negative = 0x4000;

    public static void Write(ReadOnlySpan<byte> text, LineBuffer row)
    {
        if (!DecimalText.TryRead(text, out var number))
            throw new InvalidOperationException("A conversion wrote a number that is none.");

        var whole = number.Whole.TrimStart((byte)'0');
        var fraction = number.Fraction.TrimEnd((byte)'0');
        var before = Groups(whole.Length);
        // Groups of zeros at either end are not written; the weight of the first one says where they are.
        var skipped = before > 0 ? 0 : LeadingZeros(fraction) / GroupSize;
        var first = before > 0 ? 0 : skipped;
        var last = Groups(fraction.Length);
        var least = fraction.IsEmpty ? TrailingZeros(whole) / GroupSize : 0;
        var count = whole.IsEmpty && fraction.IsEmpty ? 0 : before - least + last - first;

        row.Int32(8 + 2 * count);
        row.Int16((short)count);
        row.Int16((short)(count == 0 ? 0 : before > 0 ? before - 1 : -1 - skipped));
        row.Int16(count > 0 && number.IsNegative ? Negative : (short)0);
        row.Int16((short)number.Fraction.Length);
        for (var group = 0; group < before - least && count > 0; group++)
            row.Int16(Group(whole, whole.Length - (before - group) * GroupSize));
        for (var group = first; group < last; group++)
            row.Int16(Group(fraction, group * GroupSize));
    }

    static int Groups(int digits) => (digits + GroupSize - 1) / GroupSize;

    static int LeadingZeros(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExcept((byte)'0') is >= 0 and var first ? first : digits.Length;

    static int TrailingZeros(ReadOnlySpan<byte> digits) => digits.Length - 1 - digits.LastIndexOfAnyExcept((byte)'0');

    /// <summary>Four digits; what lies outside the text is zero.</summary>
    static short Group(ReadOnlySpan<byte> digits, int start)
    {
        var number = 0;
        for (var at = start; at < start + GroupSize; at++)
            number = number * 10 + (at >= 0 && at < digits.Length ? digits[at] - '0' : 0);

        return (short)number;
    }
}
