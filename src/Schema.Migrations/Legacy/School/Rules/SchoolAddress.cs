using System.Text.RegularExpressions;

namespace Schema.Migrations;

/// <summary>The parts of an address that V1 kept in one text; what is in no other part is the street.</summary>
public readonly partial record struct SchoolAddress(string? Street, string? PostBox, string? PostalCode, string? Town)
{
    /// <summary>
    /// Kenya's way of writing: <c>Ngong Road, P.O. Box 123-00100, Nairobi</c>. The school's own county and country, which have columns
    /// of their own, are left out where they end the text; the last part that remains after another is the town.
    /// </summary>
    public static SchoolAddress From(string? text, string? county, string? country)
    {
        if (PlainText.Trimmed(text) is not { } whole)
            return default;

        var box = PostBoxes().Match(whole);
        var street = Parts(box.Success ? whole[..box.Index] : "");
        // What stands around a post box is apart from it, comma or not.
        List<string> parts = [.. street, .. Parts(box.Success ? whole[(box.Index + box.Length)..] : whole)];
        var code = Value(box, "code") ?? TakeCode(parts);
        DropLast(parts, country);
        // A county is called as its town is, more often than not: it goes only where a town is left.
        if (parts.Count > street.Count + (box.Success ? 1 : 2))
            DropLast(parts, county);

        var town = TakeTown(parts, box.Success || code is not null);

        return new SchoolAddress(parts.Count == 0 ? null : string.Join(", ", parts), Value(box, "box"), code, town);
    }

    static List<string> Parts(string text) => [.. text.Split([',', ';', '\r', '\n']).Select(PlainText.Trimmed).OfType<string>()];

    /// <summary>A postal code stands alone or before the name of its town.</summary>
    static string? TakeCode(List<string> parts)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (Codes().Match(parts[at]) is not { Success: true } match)
                continue;

            if (PlainText.Trimmed(match.Groups["town"].Value) is { } town)
                parts[at] = town;
            else
                parts.RemoveAt(at);

            return match.Groups["code"].Value;
        }

        return null;
    }

    static string? TakeTown(List<string> parts, bool isPostal)
    {
        if (parts.Count == 0 || (parts.Count == 1 && !isPostal))
            return null;

        var town = parts[^1].TrimEnd('.');
        parts.RemoveAt(parts.Count - 1);

        return town;
    }

    static void DropLast(List<string> parts, string? name)
    {
        var folded = PlainText.Folded(name);
        if (parts.Count > 0 && folded.Length > 0 && (PlainText.Folded(parts[^1]) == folded || PlainText.Folded(parts[^1]) == $"{folded} county"))
            parts.RemoveAt(parts.Count - 1);
    }

    static string? Value(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    [GeneratedRegex(
        @"\b(p\s*\.?\s*o\s*\.?\s*)?box\s*\.?\s*(no\s*\.?\s*|:\s*)?(?<box>[0-9]{1,6})(\s*[-–]\s*(?<code>[0-9]{5}))?(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PostBoxes();

    [GeneratedRegex(@"^(?<code>[0-9]{5})(?![0-9])\s*[-–]?\s*(?<town>\D*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
