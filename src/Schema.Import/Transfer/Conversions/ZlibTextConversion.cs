using System.Buffers.Text;
using System.Text;

namespace Schema.Import.Transfer;

/// <summary>
/// A zlib stream that was stored as Latin-1 characters becomes base64 of its bytes; what is that already, or empty, stays.
/// The old scripts' exports have base64 of those characters.
/// </summary>
sealed class ZlibTextConversion(int? most) : Conversion
{
    readonly TextConversion text = new(most, padded: false);

    public override string? Rule => "a zlib stream in Latin-1 characters becomes base64";

    public override string? CountedRule => "of a zlib stream to base64";

    public override string? Check(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || IsDone(value))
            return text.Check(value);

        return Stream(value) is not { } stream ? "holds no zlib stream in Latin-1 characters"
            : Base64.GetMaxEncodedToUtf8Length(stream.Length) > most ? $"has more characters in base64 than the {most} that fit"
            : null;
    }

    public override void Write(ReadOnlySpan<byte> value, LineBuffer line)
    {
        if (value.IsEmpty || IsDone(value))
        {
            text.Write(value, line);
            return;
        }

        Changed++;
        line.Base64(Stream(value)!);
    }

    /// <summary>The first two bytes of such a stream are a number that 31 divides.</summary>
    static bool IsZlib(ReadOnlySpan<byte> stream) => stream.Length > 2 && stream[0] == 0x78 && (stream[0] << 8 | stream[1]) % 31 == 0;

    static bool IsDone(ReadOnlySpan<byte> value)
    {
        if (!Base64.IsValid(value, out _))
            return false;

        Span<byte> start = stackalloc byte[3];
        return value.Length >= 4 && Base64.DecodeFromUtf8(value[..4], start, out _, out var written) == System.Buffers.OperationStatus.Done && written == 3 && IsZlib(start);
    }

    static byte[]? Stream(ReadOnlySpan<byte> value)
    {
        if (!Base64.IsValid(value, out var size))
            return FromLatin(value);

        var characters = new byte[size];
        Base64.DecodeFromUtf8(value, characters, out _, out _);
        return FromLatin(characters);
    }

    static byte[]? FromLatin(ReadOnlySpan<byte> value)
    {
        var stream = new byte[value.Length];
        var length = 0;
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(value, out var letter, out var size) != System.Buffers.OperationStatus.Done || letter.Value > 0xff)
                return null;

            stream[length++] = (byte)letter.Value;
            value = value[size..];
        }

        Array.Resize(ref stream, length);
        return IsZlib(stream) ? stream : null;
    }
}
