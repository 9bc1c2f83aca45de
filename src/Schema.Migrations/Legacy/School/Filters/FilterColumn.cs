namespace Schema.Migrations;

/// <summary>A column of a legacy table: its own name there, what it holds, and how a record gives its value.</summary>
public sealed record FilterColumn(string Name, FilterType Type, Func<object, object?> Value)
{
    /// <summary>As a person may write it: <c>"createdAt"</c> is <c>created_at</c>.</summary>
    public string Spelling { get; } = Spelt(Name);

    /// <summary>What is left of a name when case and underscores do not count.</summary>
    public static string Fold(string name) => name.Replace("_", "").ToLowerInvariant();

    static string Spelt(string name) =>
        string.Concat(name.Select((letter, at) => char.IsAsciiLetterUpper(letter) ? $"{(at > 0 ? "_" : "")}{(char)(letter | 0x20)}" : $"{letter}"));
}
