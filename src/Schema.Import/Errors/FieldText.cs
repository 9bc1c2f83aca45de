using System.Collections;
using System.Globalization;

namespace Schema.Import;

/// <summary>A value as a person may see it: one line, shortened, secrets masked.</summary>
static class FieldText
{
    public const string Mask = "***";
    const int Longest = 40;

    public static string Of(object? value, bool secret) => value is null ? "NULL" : Shorten(Whole(value, secret));

    public static string Whole(object value, bool secret) => secret ? Mask : value switch
    {
        string text => text,
        byte[] bytes => @"\x" + Convert.ToHexStringLower(bytes),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => item is null ? "NULL" : Whole(item, secret)))}]",
        _ => value.ToString() ?? "",
    };

    /// <summary>Whole, because a key that is cut off finds nothing; what steers a terminal is shown by its sign.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 ? text : string.Concat(text.Select(letter => letter < ' ' ? (char)('\u2400' + letter) : letter));

    public static string Shorten(string text)
    {
        var line = OneLine(text);
        if (line.Length <= Longest)
            return line;

        var cut = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..cut] + "…";
    }
}
