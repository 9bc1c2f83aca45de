using System.Globalization;

namespace Schema.Migrations;

/// <summary>Text without what nobody can see around it.</summary>
static class PlainText
{
    /// <summary>Without spaces of any kind, control and zero-width characters at both ends; <see langword="null"/> when nothing is left.</summary>
    public static string? Trimmed(string? text)
    {
        if (text is null)
            return null;

        var (start, end) = (0, text.Length);
        while (start < end && IsUnseen(text[start]))
            start++;
        while (end > start && IsUnseen(text[end - 1]))
            end--;

        return start == end ? null : text[start..end];
    }

    /// <summary>The same without them anywhere.</summary>
    public static string Squeezed(string text) => text.Any(IsUnseen) ? string.Concat(text.Where(letter => !IsUnseen(letter))) : text;

    /// <summary>Its words in lower case with one space between them: how words of a closed list are recognised.</summary>
    public static string Folded(string? text) => string.Join(' ', Words(text).Select(word => word.ToLowerInvariant()));

    /// <summary>Runs of letters and digits.</summary>
    public static IEnumerable<string> Words(string? text)
    {
        text ??= "";
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
                continue;

            if (at > start)
                yield return text[start..at];

            start = at + 1;
        }
    }

    /// <summary>Spaces, controls, and the marks that only steer how text is laid out.</summary>
    public static bool IsUnseen(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
