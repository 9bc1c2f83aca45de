using Schema.Import;

namespace Schema.Migrations;

/// <summary>Addresses for people who have none, under a domain that somebody chose.</summary>
public static class GeneratedEmail
{
    const int LongestName = 24;
    const int DigitsOfId = 12;

    /// <summary>The domain as it was set, folded; one that cannot hold addresses is refused.</summary>
    public static string Domain(string setting) =>
        Folding.Email(setting) is var domain && SchoolEmail.IsDomain(domain) && domain.All(char.IsAscii)
            ? domain
            : throw new SchemaException(
                ExitCode.Usage,
                $"LEGACY_SCHOOL_EMAIL_DOMAIN is '{setting}', a domain such as people.example.org is expected.",
                "Correct it, or leave it out: people without an address then stay without one.");

    /// <summary>
    /// <c>ann.kamau.8bf9f63f6b4e@people.example.org</c>: the person's names as far as they are ASCII letters, and the beginning of the
    /// id that the person has in every database.
    /// </summary>
    public static string For(Guid person, string? first, string? last, string domain) =>
        $"{string.Join('.', new[] { Letters(first), Letters(last), person.ToString("N")[..DigitsOfId] }.Where(part => part.Length > 0))}@{domain}";

    static string Letters(string? name) => string.Concat(Folding.Email(name ?? "").Where(char.IsAsciiLetterOrDigit).Take(LongestName));
}
