using System.Text.RegularExpressions;

namespace Schema.Migrations;

/// <summary>A password hash as V1 kept it, and the name of the algorithm that made it.</summary>
public readonly partial record struct SchoolPassword(string? Hash, string? Algorithm)
{
    /// <summary>
    /// By what the hash says of itself: <c>bcrypt</c>, <c>aspnet-identity-v2</c>, <c>aspnet-identity-v3</c>, <c>pbkdf2</c>, else
    /// <c>unknown</c>, which nobody can log in with before a reset. A text that has not even the look of a hash could be the password
    /// itself, and is not carried along.
    /// </summary>
    public static SchoolPassword From(string? text)
    {
        if (text?.Trim() is not { Length: > 0 } hash || !LooksLikeHash().IsMatch(hash))
            return default;

        return new SchoolPassword(hash, AlgorithmOf(hash));
    }

    static string AlgorithmOf(string hash) =>
        Bcrypt().IsMatch(hash) ? "bcrypt"
        : Pbkdf2().IsMatch(hash) ? "pbkdf2"
        : Identity(hash) ?? "unknown";

    /// <summary>Base64 whose first byte is the version; version 2 has 49 bytes, version 3 a header of 13 before salt and key.</summary>
    static string? Identity(string hash)
    {
        var bytes = new byte[hash.Length];
        if (!Convert.TryFromBase64String(hash, bytes, out var length) || length == 0)
            return null;

        return (bytes[0], length) switch
        {
            (0, 49) => "aspnet-identity-v2",
            (1, >= 45) when bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0 && bytes[4] <= 2 => "aspnet-identity-v3",
            _ => null,
        };
    }

    [GeneratedRegex(@"^(\$[a-z0-9-]{1,16}\$[!-~]{20,}\z|pbkdf2[_:]|[0-9a-fA-F]{32,}\z|[A-Za-z0-9+/]{40,}={0,2}\z)")]
    private static partial Regex LooksLikeHash();

    [GeneratedRegex(@"^\$2[abxy]\$[0-3][0-9]\$[./A-Za-z0-9]{53}\z")]
    private static partial Regex Bcrypt();

    [GeneratedRegex(@"^(pbkdf2_sha(1|256|512)\$|\$pbkdf2(-sha(256|512))?\$|pbkdf2:sha(1|256|512):)[0-9]+\$[^$]+\$[^$]+\z")]
    private static partial Regex Pbkdf2();
}
