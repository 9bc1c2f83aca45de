using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Schema;

/// <summary>The two layouts of ASP.NET Core Identity, in base64: a first byte of 0 or 1 tells them apart.</summary>
sealed record IdentityHash(PasswordFormat Format, KeyDerivation Derivation)
{
    // What Identity itself makes since .NET 7: such a hash needs no renewal at the next login.
    const int Iterations = 100_000;
    const int SaltLength = 16;
    const int KeyLength = 32;
    const int HeaderOf3 = 13;
    const int LengthOf2 = 1 + SaltLength + KeyLength;

    static readonly HashAlgorithmName[] Functions = [HashAlgorithmName.SHA1, HashAlgorithmName.SHA256, HashAlgorithmName.SHA512];

    public static string Make(string password)
    {
        var bytes = new byte[HeaderOf3 + SaltLength + KeyLength];
        var salt = bytes.AsSpan(HeaderOf3, SaltLength);
        RandomNumberGenerator.Fill(salt);
        bytes[0] = 1;
        Write(bytes, 1, Array.IndexOf(Functions, HashAlgorithmName.SHA512));
        Write(bytes, 5, Iterations);
        Write(bytes, 9, SaltLength);
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, bytes.AsSpan(HeaderOf3 + SaltLength), Iterations, HashAlgorithmName.SHA512);

        return Convert.ToBase64String(bytes);
    }

    public static IdentityHash? Parse(string hash)
    {
        var buffer = new byte[hash.Length];
        if (!Convert.TryFromBase64String(hash, buffer, out var length) || length == 0)
            return null;

        var bytes = buffer.AsSpan(0, length);
        return bytes[0] switch
        {
            0 when length == LengthOf2 => new(
                PasswordFormat.IdentityV2, new(HashAlgorithmName.SHA1, 1000, bytes.Slice(1, SaltLength).ToArray(), bytes[(1 + SaltLength)..].ToArray())),
            1 when length > HeaderOf3 => Version3(bytes),
            _ => null,
        };
    }

    static IdentityHash? Version3(ReadOnlySpan<byte> bytes)
    {
        var (function, iterations, salt) = (Read(bytes, 1), Read(bytes, 5), Read(bytes, 9));
        if (function >= Functions.Length || iterations > int.MaxValue || salt < SaltLength || salt > bytes.Length - HeaderOf3)
            return null;

        var rest = bytes[HeaderOf3..];
        var derivation = new KeyDerivation(Functions[function], (int)iterations, rest[..(int)salt].ToArray(), rest[(int)salt..].ToArray());

        return derivation.IsSound ? new(PasswordFormat.IdentityV3, derivation) : null;
    }

    static uint Read(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    static void Write(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteUInt32BigEndian(bytes[at..], (uint)value);
}
