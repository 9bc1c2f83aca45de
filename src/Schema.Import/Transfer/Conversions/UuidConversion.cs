using System.Buffers;

namespace Schema.Import.Transfer;

/// <summary>A uuid from its text: the empty string of old systems is NULL, upper-case digits become lower-case.</summary>
sealed class UuidConversion(bool isNullable) : Conversion
{
    const int Length = 36;
    static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    static readonly SearchValues<byte> UpperCase = SearchValues.Create("ABCDEF"u8);

    public override string? Rule => isNullable ? "'' is NULL; digits in lower case" : "digits in lower case";

    public override string? CountedRule => isNullable ? "empty to NULL, or into lower case" : "into lower case";

    public override string? RefusedWhere(string expression) => isNullable ? null : $"{expression} = ''";

    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return isNullable ? null : "is empty, which would be NULL, and the target takes no NULL";

        return IsUuid(value) ? null : "is no uuid";
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        if (value.IsEmpty)
        {
            Changed++;
            line.Null();
            return;
        }

        if (!value.ContainsAny(UpperCase))
        {
            line.Raw(value);
            return;
        }

        Changed++;
        foreach (var letter in value)
            line.Byte(letter is >= (byte)'A' and <= (byte)'F' ? (byte)(letter | 0x20) : letter);
    }

    static bool IsUuid(ReadOnlySpan<byte> value) =>
        value.Length == Length && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-'
        && !value[..8].ContainsAnyExcept(Digits) && !value[9..13].ContainsAnyExcept(Digits) && !value[14..18].ContainsAnyExcept(Digits)
        && !value[19..23].ContainsAnyExcept(Digits) && !value[24..].ContainsAnyExcept(Digits);
}

/// <summary>A uuid from its sixteen bytes.</summary>
sealed class UuidBytesConversion : Conversion
{
    public override string? Rule => "sixteen bytes in their order";

    public override string? Check(ReadOnlySpan<byte> value) => value.Length == 16 ? null : $"has {value.Length} bytes where a uuid has 16";

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        line.Hex(value[..4]);
        for (var at = 4; at < 10; at += 2)
        {
            line.Byte((byte)'-');
            line.Hex(value.Slice(at, 2));
        }

        line.Byte((byte)'-');
        line.Hex(value[10..]);
    }
}
