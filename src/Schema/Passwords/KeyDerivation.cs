using System.Security.Cryptography;
using System.Text;

namespace Schema;

/// <summary>PBKDF2 with all that it needs, and the key that the right password gives.</summary>
sealed record KeyDerivation(HashAlgorithmName Algorithm, int Iterations, byte[] Salt, byte[] Key)
{
    /// <summary>More of them would keep a server busy for minutes, and nobody's software writes them.</summary>
    const int MostIterations = 10_000_000;

    const int ShortestKey = 16;

    public bool IsSound => Iterations is > 0 and <= MostIterations && Salt.Length > 0 && Key.Length >= ShortestKey;

    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Salt, Iterations, Algorithm, Key.Length), Key);
}
