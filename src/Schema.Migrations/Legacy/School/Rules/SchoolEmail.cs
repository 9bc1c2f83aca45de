using System.Text;
using System.Text.RegularExpressions;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>How an address came to be; the earlier wins where two people would have the same.</summary>
public enum EmailOrigin
{
    Original,
    Repaired,
    None,
}

/// <summary>An e-mail address as V1 had it, as it was repaired, or none.</summary>
public readonly partial record struct SchoolEmail(string? Address, EmailOrigin Origin)
{
    const int LongestLocal = 64;
    const int Longest = 254;

    static readonly SchoolEmail Missing = new(null, EmailOrigin.None);

    /// <summary>
    /// Spaces around an address are nobody's spelling; whatever else has to be changed makes it a repaired one, and one that cannot be
    /// repaired is none.
    /// </summary>
    public static SchoolEmail From(string? text)
    {
        if (text?.Trim(' ') is not { Length: > 0 } typed)
            return Missing;

        var isOriginal = IsAddress(typed) && !Misspelt().IsMatch(Folding.Email(typed));
        if (isOriginal)
            return new SchoolEmail(typed, EmailOrigin.Original);

        var repaired = Repair(typed);
        return IsAddress(repaired) ? new SchoolEmail(repaired, EmailOrigin.Repaired) : Missing;
    }

    /// <summary>One @, something deliverable before it, and a domain of at least two labels after it.</summary>
    public static bool IsAddress(string text)
    {
        if (text.Split('@') is not [var local, var domain])
            return false;

        return Encoding.UTF8.GetByteCount(local) <= LongestLocal && Encoding.UTF8.GetByteCount(text) <= Longest
            && local.Split('.').All(IsAtom) && IsDomain(domain);
    }

    /// <summary>At least two labels, the last of which is no number.</summary>
    public static bool IsDomain(string text)
    {
        var labels = text.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    static string Repair(string typed)
    {
        var address = DoubledAt().Replace(Folding.Email(PlainText.Squeezed(typed)), "@");
        if (address.Split('@') is [_, { Length: > 0 } domain] && !domain.Contains('.'))
            return $"{address}.com";

        return Misspelt().IsMatch(address) ? $"{address}m" : address;
    }

    static bool IsAtom(string atom) => atom.Length > 0 && atom.All(letter => IsWordLetter(letter) || "!#$%&'*+/=?^_`{|}~-".Contains(letter));

    static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => letter == '-' || IsWordLetter(letter));

    /// <summary>Beyond ASCII whatever can be seen.</summary>
    static bool IsWordLetter(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || (letter > '\x7f' && !PlainText.IsUnseen(letter));

    [GeneratedRegex("@@+")]
    private static partial Regex DoubledAt();

    [GeneratedRegex("@(gmail|yahoo)\\.co\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Misspelt();
}
