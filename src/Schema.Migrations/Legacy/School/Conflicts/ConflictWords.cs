namespace Schema.Migrations;

/// <summary>The decisions by the words that stand for them in the file.</summary>
static class ConflictWords
{
    static readonly (string Word, ConflictDecision Decision)[] All =
    [
        ("keep", ConflictDecision.Keep), ("suffix", ConflictDecision.Suffix), ("merge", ConflictDecision.Merge), ("drop", ConflictDecision.Drop),
    ];

    public static string Known => string.Join(", ", All.Select(pair => pair.Word));

    public static string Of(ConflictDecision decision) => Array.Find(All, pair => pair.Decision == decision).Word;

    /// <summary>A spreadsheet may have given the word a capital letter or spaces.</summary>
    public static ConflictDecision? Parse(string word)
    {
        var index = Array.FindIndex(All, pair => pair.Word.Equals(word.Trim(), StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : All[index].Decision;
    }
}
