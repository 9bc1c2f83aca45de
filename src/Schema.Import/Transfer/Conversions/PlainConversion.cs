namespace Schema.Import.Transfer;

/// <summary>The source's text is the target's: nothing to check, nothing to do.</summary>
sealed class PlainConversion(Canonical canonical = Canonical.Text) : Conversion
{
    public override Canonical Canonical => canonical;

    public override bool KeepsText => true;

    public override bool IsSliced => true;

    public override string? Check(ReadOnlySpan<byte> value) => null;

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Escaped(value);
}
