namespace Schema.Import.Transfer;

/// <summary>Bits, highest first, as their digits.</summary>
sealed class BitsConversion(int size) : Conversion
{
    public override string? Check(ReadOnlySpan<byte> value) => null;

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        for (var bit = size - 1; bit >= 0; bit--)
            line.Byte((byte)('0' + ((value[^(1 + bit / 8)] >> (bit % 8)) & 1)));
    }
}

/// <summary>Bits, highest first, as the number they are.</summary>
sealed class BitsNumberConversion(long greatest) : Conversion
{
    public override string? Rule => "the number that the bits are";

    public override string? Check(ReadOnlySpan<byte> value) => Number(value) <= (ulong)greatest ? null : $"is out of range 0 … {greatest}";

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line) => line.Number(Number(value));

    static ulong Number(ReadOnlySpan<byte> value)
    {
        ulong number = 0;
        foreach (var part in value)
            number = number << 8 | part;

        return number;
    }
}
