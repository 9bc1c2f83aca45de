namespace Schema.Migrations;

/// <summary>A telephone number in E.164, or the text from which none could be made.</summary>
public readonly record struct SchoolPhone(string? Number, string? Raw)
{
    const int Shortest = 7;
    const int Longest = 15;

    /// <summary>
    /// Reads a number as it was typed in the school's country: <c>0712 345 678</c>, <c>254712345678</c> and <c>+254-712-345678</c> are one.
    /// Only ASCII digits are digits, and no digit is ever made up.
    /// </summary>
    public static SchoolPhone From(string? text, string? country)
    {
        if (PlainText.Trimmed(text) is not { } typed)
            return default;

        var number = Dialled(typed) is { } dialled ? International(dialled, PhonePlan.Of(country)) : null;

        return new SchoolPhone(number, number is null ? typed : null);
    }

    static string? International(string dialled, PhonePlan? home)
    {
        if (dialled[0] == '+')
            return Abroad(dialled[1..]);

        // Who dials abroad begins with two noughts or, from Kenya, with three; a slip of the finger looks alike, so that only a
        // number that fits a known plan is taken for one.
        if (dialled.StartsWith("00", StringComparison.Ordinal) && dialled.TrimStart('0') is var digits)
            return PhonePlan.ByCode(digits)?.Complete(digits);

        return home?.Complete(dialled);
    }

    static string? Abroad(string digits) => PhonePlan.ByCode(digits) is { } plan
        ? plan.Complete(digits)
        : digits.Length is >= Shortest and <= Longest && digits[0] != '0' ? $"+{digits}" : null;

    /// <summary>The digits, after a plus if one begins the number; <see langword="null"/> when anything but separators stands between them.</summary>
    static string? Dialled(string typed)
    {
        var dialled = new List<char>(typed.Length);
        foreach (var letter in typed)
        {
            if (char.IsAsciiDigit(letter) || (letter == '+' && dialled.Count == 0))
                dialled.Add(letter);
            else if (!IsSeparator(letter))
                return null;
        }

        return dialled.Exists(char.IsAsciiDigit) ? string.Concat(dialled) : null;
    }

    static bool IsSeparator(char letter) =>
        letter is '-' or '.' or '(' or ')' or '\u2010' or '\u2011' or '\u2012' or '\u2013' || PlainText.IsUnseen(letter);
}
