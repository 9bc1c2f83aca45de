namespace Schema;

/// <summary>In which of the known ways a password hash is written; every one of them says so itself.</summary>
public enum PasswordFormat
{
    /// <summary>None of those below: nobody can log in with it, a reset is required.</summary>
    Unknown,

    /// <summary>ASP.NET Identity 1 and 2, and version 2 of ASP.NET Core Identity.</summary>
    IdentityV2,

    /// <summary>Version 3 of ASP.NET Core Identity.</summary>
    IdentityV3,

    /// <summary>PBKDF2 as Django, passlib or Werkzeug write it.</summary>
    Pbkdf2,

    /// <summary>bcrypt, which .NET cannot compute and PostgreSQL's pgcrypto can.</summary>
    Bcrypt,
}
