using System.Globalization;

namespace Schema.Import.Transfer;

/// <summary>A binary floating-point number whose every bit the target holds.</summary>
sealed class FloatConversion(bool isSingle) : Conversion
{
    public override Canonical Canonical => isSingle ? Canonical.Single : Canonical.Double;

    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return "is no number";

        return isSingle && !double.IsNaN(number) && (double)(float)number != number ? "has more digits than real holds" : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Raw(value);
}

/// <summary>A whole number as a floating-point one, as far as those hold every whole number.</summary>
sealed class WholeFloatConversion(bool isSingle) : Conversion
{
    readonly long most = isSingle ? 1L << 24 : 1L << 53;

    public override Canonical Canonical => isSingle ? Canonical.Single : Canonical.Double;

    public override string? Check(ReadOnlySpan<byte> value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number <= most && number >= -most
            ? null
            : $"is a whole number beyond {most}, which a floating-point number may not hold exactly";

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Raw(value);
}
