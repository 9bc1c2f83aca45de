namespace Schema.Import.Transfer;

/// <summary>Bytes as <c>bytea</c>, in hexadecimal digits.</summary>
sealed class BytesConversion : Conversion
{
    /// <summary>In a binary COPY, where bytes are sent as they are.</summary>
    public override bool KeepsText => true;

    public override bool IsSliced => true;

    public override string? Check(ReadOnlySpan<byte> value) => null;

    public override void Begin(LineBuffer line) => line.Raw(@"\\x"u8);

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        Begin(line);
        line.Hex(value);
    }

    public override void WritePart(ReadOnlySpan<byte> part, LineBuffer line) => line.Hex(part);
}
