namespace Schema.Migrations;

/// <summary>A person's names, each trimmed; what is empty is none.</summary>
public readonly record struct SchoolPersonName(string? First, string? Middle, string? Last)
{
    /// <summary>As they were filled in; where one field alone is filled and holds several words, it was the full name.</summary>
    public static SchoolPersonName From(string? first, string? middle, string? last)
    {
        var filled = new SchoolPersonName(PlainText.Trimmed(first), PlainText.Trimmed(middle), PlainText.Trimmed(last));

        return filled switch
        {
            { First: { } full, Middle: null, Last: null } => Split(full) ?? filled,
            { First: null, Middle: { } full, Last: null } => Split(full) ?? filled,
            { First: null, Middle: null, Last: { } full } => Split(full) ?? filled,
            _ => filled,
        };
    }

    /// <summary>From one field that holds the full name; a single word is the first name.</summary>
    public static SchoolPersonName FromFull(string? full) => From(full, null, null);

    static SchoolPersonName? Split(string full)
    {
        var words = full.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        return words.Length < 2 ? null : new SchoolPersonName(words[0], words.Length == 2 ? null : string.Join(' ', words[1..^1]), words[^1]);
    }
}
