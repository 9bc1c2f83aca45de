using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Schema.Import;

/// <summary>Names the rows of one legacy table and computes their new ids: the same everywhere, without a query.</summary>
public sealed class LegacyKey
{
    const int StackBytes = 512;
    const int LengthBytes = 12;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly byte[] prefix;

    public LegacyKey(string system, string entity)
    {
        (System, Entity) = (system, entity);
        prefix = [.. "schema:v1"u8, .. Part(system), .. Part(entity)];
    }

    public string System { get; }

    public string Entity { get; }

    public Guid For(string key) => For(key.AsSpan());

    public Guid For(long key)
    {
        Span<char> digits = stackalloc char[20];
        key.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);

        return For(digits[..count]);
    }

    public Guid For(Guid key)
    {
        Span<char> digits = stackalloc char[36];
        key.TryFormat(digits, out _);

        return For(digits);
    }

    Guid For(ReadOnlySpan<char> key)
    {
        var most = prefix.Length + LengthBytes + Utf8.GetMaxByteCount(key.Length);
        var name = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        prefix.CopyTo(name);
        var length = prefix.Length + WritePart(key, name[prefix.Length..]);

        return Named(name[..length]);
    }

    public Reject Reject(string key, string reason) => new(Entity, key, reason);

    public Reject Reject(long key, string reason) => Reject(key.ToString(CultureInfo.InvariantCulture), reason);

    public Reject Reject(Guid key, string reason) => Reject(key.ToString(), reason);

    static byte[] Part(string text)
    {
        var part = new byte[LengthBytes + Utf8.GetMaxByteCount(text.Length)];

        return part[..WritePart(text, part)];
    }

    static int WritePart(ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (text.Contains('\0'))
            throw new ArgumentException("A legacy key holds a NUL character.", nameof(text));

        try
        {
            Utf8.GetByteCount(text).TryFormat(destination, out var digits, default, CultureInfo.InvariantCulture);
            destination[digits] = (byte)':';

            return digits + 1 + Utf8.GetBytes(text, destination[(digits + 1)..]);
        }
        catch (EncoderFallbackException cause)
        {
            throw new ArgumentException("A legacy key is not valid Unicode: it holds half of a surrogate pair.", nameof(text), cause);
        }
    }

    static Guid Named(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);

        return new Guid(hash[..16], bigEndian: true);
    }
}
