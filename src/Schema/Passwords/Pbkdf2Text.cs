using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Schema;

/// <summary>
/// PBKDF2 in words: <c>pbkdf2_sha256$1000$salt$key</c> (Django), <c>$pbkdf2-sha256$1000$salt$key</c> (passlib) and
/// <c>pbkdf2:sha256:1000$salt$key</c> (Werkzeug).
/// </summary>
static partial class Pbkdf2Text
{
    public static KeyDerivation? Parse(string hash) =>
        Django().Match(hash) is { Success: true } django ? Derivation(django, Plain, Base64)
        : Passlib().Match(hash) is { Success: true } passlib ? Derivation(passlib, AdaptedBase64, AdaptedBase64)
        : Werkzeug().Match(hash) is { Success: true } werkzeug ? Derivation(werkzeug, Plain, Hex)
        : null;

    static KeyDerivation? Derivation(Match match, Func<string, byte[]?> salt, Func<string, byte[]?> key)
    {
        if (!int.TryParse(match.Groups["iterations"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            || salt(match.Groups["salt"].Value) is not { } saltBytes || key(match.Groups["key"].Value) is not { } keyBytes)
            return null;

        var derivation = new KeyDerivation(Function(match.Groups["function"].Value), iterations, saltBytes, keyBytes);
        return derivation.IsSound ? derivation : null;
    }

    static HashAlgorithmName Function(string name) => name switch
    {
        "sha1" or "" => HashAlgorithmName.SHA1,
        "sha256" => HashAlgorithmName.SHA256,
        _ => HashAlgorithmName.SHA512,
    };

    static byte[]? Plain(string text) => Encoding.UTF8.GetBytes(text);

    static byte[]? Base64(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    /// <summary>With a dot for the plus, and without padding.</summary>
    static byte[]? AdaptedBase64(string text) => Base64(text.Replace('.', '+').PadRight((text.Length + 3) / 4 * 4, '='));

    static byte[]? Hex(string text) => text.Length % 2 == 0 ? Convert.FromHexString(text) : null;

    [GeneratedRegex(@"^pbkdf2_(?<function>sha1|sha256|sha512)\$(?<iterations>[0-9]+)\$(?<salt>[^$]+)\$(?<key>[A-Za-z0-9+/=]+)\z")]
    private static partial Regex Django();

    [GeneratedRegex(@"^\$pbkdf2(-(?<function>sha256|sha512))?\$(?<iterations>[0-9]+)\$(?<salt>[A-Za-z0-9./]+)\$(?<key>[A-Za-z0-9./]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Passlib();

    [GeneratedRegex(@"^pbkdf2:(?<function>sha1|sha256|sha512):(?<iterations>[0-9]+)\$(?<salt>[^$]+)\$(?<key>[0-9a-fA-F]+)\z")]
    private static partial Regex Werkzeug();
}
