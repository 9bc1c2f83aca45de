namespace Schema.Migrations;

/// <summary>What kind of word stands in a filter.</summary>
enum FilterWordKind
{
    Name,
    Text,
    Number,
    Sign,
    End,
}

/// <summary>One word of a filter and where it begins, counted from 1.</summary>
readonly record struct FilterWord(FilterWordKind Kind, string Text, int Position)
{
    /// <summary>As errors show it.</summary>
    public string Shown => Kind switch
    {
        FilterWordKind.Text => $"'{Text.Replace("'", "''")}'",
        FilterWordKind.End => "the end",
        _ => $"\"{Text}\"",
    };

    public bool Says(string word) => Kind is FilterWordKind.Name or FilterWordKind.Sign && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
