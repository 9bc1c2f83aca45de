using System.Globalization;

namespace Schema.Migrations;

/// <summary>Reads what a filter compares a column with: a value of the column's own type, or an error at its place.</summary>
static class FilterValue
{
    static readonly string[] Moments =
    [
        "yyyy-MM-dd", "yyyy-MM-ddK",
        "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFK",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK",
    ];

    public static object Of(FilterColumn column, FilterWord word) => (column.Type, word.Kind) switch
    {
        (FilterType.Text, FilterWordKind.Text) => word.Text,
        (FilterType.Number, FilterWordKind.Number) when TryNumber(word.Text, out var number) => number,
        (FilterType.Moment, FilterWordKind.Text) when TryMoment(word.Text, out var moment) => moment,
        (FilterType.Truth, FilterWordKind.Name) when bool.TryParse(word.Text, out var truth) => truth,
        _ => throw FilterWords.Refused(word.Position, $"{column.Spelling} is {Expected(column.Type)}, not {word.Shown}"),
    };

    /// <summary>A record's value in the form in which a filter's is: whole numbers as long, moments in UTC without a zone.</summary>
    public static object? OfRecord(object? value) => value switch
    {
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Unspecified),
        DateTimeOffset moment => DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified),
        short or int => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>V1 keeps UTC without a zone; a zone that is given is reckoned back.</summary>
    static bool TryMoment(string text, out DateTime moment)
    {
        // PostgreSQL leaves the minutes out of most zones.
        var whole = text.Length > "yyyy-MM-ddTHH".Length && text[^3] is '+' or '-' ? $"{text}:00" : text;
        var isMoment = DateTime.TryParseExact(
            whole, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
        moment = DateTime.SpecifyKind(moment, DateTimeKind.Unspecified);

        return isMoment;
    }

    static string Expected(FilterType type) => type switch
    {
        FilterType.Text => "text and is compared with text in single quotes",
        FilterType.Number => "a whole number",
        FilterType.Moment => "a time and is compared with one such as '2024-01-31' or '2024-01-31 18:00' in UTC",
        _ => "true or false",
    };
}
