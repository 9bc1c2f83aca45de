using System.Buffers;

namespace Schema.Import.Transfer;

/// <summary>Bytes that a file holds as <c>\x</c> and hexadecimal digits, of either case.</summary>
sealed class HexConversion : Conversion
{
    static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    public override string? Check(ReadOnlySpan<byte> value) =>
        value.StartsWith(@"\x"u8) && value.Length % 2 == 0 && !value[2..].ContainsAnyExcept(Digits) ? null : @"is not \x and pairs of hexadecimal digits";

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        line.Raw(@"\\x"u8);
        foreach (var digit in value[2..])
            line.Byte(digit is >= (byte)'A' and <= (byte)'F' ? (byte)(digit | 0x20) : digit);
    }
}
