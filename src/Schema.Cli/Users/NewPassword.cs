using System.Security.Cryptography;

namespace Schema.Cli;

/// <summary>Passwords to be read from paper and typed: twelve letters, none of which looks like another.</summary>
static class NewPassword
{
    public const int Length = 12;

    /// <summary>Without I, l, 1, O, o and 0, and without signs that a spreadsheet or a CSV file would take for their own.</summary>
    public static readonly IReadOnlyList<string> Classes = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!#$%&*?"];

    static readonly string All = string.Concat(Classes);

    /// <summary>Every one that has a letter of each class is as likely as any other: what lacks one is drawn again.</summary>
    public static string Make()
    {
        while (true)
        {
            var drawn = RandomNumberGenerator.GetString(All, Length);
            if (Classes.All(letters => drawn.AsSpan().ContainsAny(letters)))
                return drawn;
        }
    }
}
