using System.Text.Json;
using System.Text.RegularExpressions;

namespace Schema.Migrations;

/// <summary>The subjects of a teacher: V1 keeps an array, and an export writes it as PostgreSQL or as JSON does.</summary>
public static partial class SchoolSubjects
{
    /// <summary>Each subject that is one; <see langword="null"/> for a text that is no list.</summary>
    public static string[]? From(string? text) => PlainText.Trimmed(text) switch
    {
        null => [],
        ['{', .., '}'] array => FromArray(array[1..^1]),
        ['[', ..] list => FromJson(list),
        _ => null,
    };

    static string[]? FromArray(string elements) =>
        string.IsNullOrWhiteSpace(elements) ? []
        : Elements().Match(elements) is { Success: true } match ? [.. match.Groups["element"].Captures.Select(Element).OfType<string>()]
        : null;

    static string? Element(Capture capture) =>
        capture.Value is ['"', ..] quoted ? Escaped().Replace(quoted[1..^1], "$1")
        : capture.Value.Trim() is var bare && bare.Equals("null", StringComparison.OrdinalIgnoreCase) ? null
        : bare;

    static string[]? FromJson(string text)
    {
        try
        {
            using var list = JsonDocument.Parse(text);
            return [.. list.RootElement.EnumerateArray().Select(element => element.GetString()).OfType<string>()];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """^\s*(?<element>"(\\.|[^"\\])*"|[^"\\{},\s][^"\\{},]*)\s*(,\s*(?<element>"(\\.|[^"\\])*"|[^"\\{},\s][^"\\{},]*)\s*)*\z""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Elements();

    [GeneratedRegex("""\\(.)""", RegexOptions.Singleline)]
    private static partial Regex Escaped();
}
