namespace Schema;

/// <summary>How passwords are kept and checked: new ones as ASP.NET Core Identity does, old ones as they came.</summary>
public static class Passwords
{
    /// <summary>What <c>users.password_algorithm</c> says of a hash made here.</summary>
    public const string Algorithm = "aspnet-identity-v3";

    /// <summary>A new hash; the same password never has the same one.</summary>
    public static string Hash(string password) => IdentityHash.Make(password);

    public static PasswordFormat FormatOf(string hash) =>
        IdentityHash.Parse(hash) is { } identity ? identity.Format
        : Pbkdf2Text.Parse(hash) is not null ? PasswordFormat.Pbkdf2
        : BcryptText.IsOne(hash) ? PasswordFormat.Bcrypt
        : PasswordFormat.Unknown;

    /// <summary>Whether the password is the one; <see langword="null"/> when that cannot be known here, as for bcrypt and unknown hashes.</summary>
    public static bool? Verify(string hash, string password) =>
        (IdentityHash.Parse(hash)?.Derivation ?? Pbkdf2Text.Parse(hash))?.Matches(password);
}
