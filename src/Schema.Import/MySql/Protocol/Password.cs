using System.Security.Cryptography;
using System.Text;

namespace Schema.Import.MySql;

/// <summary>How a password is shown to be known, for each way of logging in that is spoken here.</summary>
static class Password
{
    public const string Native = "mysql_native_password";
    public const string CachingSha2 = "caching_sha2_password";

    public static bool Speaks(string plugin) => plugin is Native or CachingSha2;

    public static byte[] Proof(string plugin, string password, ReadOnlySpan<byte> nonce) =>
        password.Length == 0 ? [] : plugin == Native ? NativeProof(password, nonce) : Sha2Proof(password, nonce);

    public static byte[] InClear(string password) => [.. Encoding.UTF8.GetBytes(password), 0];

    /// <summary>For the server's public key, where there is no TLS to carry the password.</summary>
    public static byte[] Encrypted(string password, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> publicKey)
    {
        var mixed = InClear(password);
        for (var i = 0; i < mixed.Length; i++)
            mixed[i] ^= nonce[i % nonce.Length];

        using var key = RSA.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(publicKey));
        return key.Encrypt(mixed, RSAEncryptionPadding.OaepSHA1);
    }

    // The protocol prescribes SHA-1 for this plugin.
#pragma warning disable CA5350
    static byte[] NativeProof(string password, ReadOnlySpan<byte> nonce)
    {
        var once = SHA1.HashData(Encoding.UTF8.GetBytes(password));
        return Mixed(once, SHA1.HashData([.. nonce, .. SHA1.HashData(once)]));
    }
#pragma warning restore CA5350

    static byte[] Sha2Proof(string password, ReadOnlySpan<byte> nonce)
    {
        var once = SHA256.HashData(Encoding.UTF8.GetBytes(password));
        return Mixed(once, SHA256.HashData([.. SHA256.HashData(once), .. nonce]));
    }

    static byte[] Mixed(byte[] one, byte[] other)
    {
        for (var i = 0; i < one.Length; i++)
            one[i] ^= other[i];

        return one;
    }
}
