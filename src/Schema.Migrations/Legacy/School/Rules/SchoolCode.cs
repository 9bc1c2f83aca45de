using System.Globalization;

namespace Schema.Migrations;

/// <summary>The code by which a ministry knows a school.</summary>
public static class SchoolCode
{
    const int MostWords = 3;
    const int LettersOfWord = 3;

    /// <summary>
    /// As it was given; else three letters of up to three words of the name, with the month and day on which the school was entered,
    /// so that it is the same in every run. <see langword="null"/> when the name has no letters.
    /// </summary>
    public static string? From(string? code, string? name, DateTime entered)
    {
        if (PlainText.Trimmed(code) is { } given)
            return given;

        var letters = string.Concat(PlainText.Words(WithoutApostrophes(name)).Take(MostWords).Select(Beginning));

        return letters.Length == 0 ? null : letters + entered.ToString("MMdd", CultureInfo.InvariantCulture);
    }

    static string Beginning(string word) => word[..Math.Min(LettersOfWord, word.Length)].ToUpperInvariant();

    /// <summary>Mary's is one word.</summary>
    static string? WithoutApostrophes(string? name) => name?.Replace("'", "").Replace("’", "");
}
