namespace Schema.Migrations;

/// <summary>The levels of schools, by the names that the reference rows have.</summary>
public static class SchoolLevel
{
    public const string PrePrimary = "PRE PRIMARY";
    public const string Primary = "PRIMARY";
    public const string JuniorSecondary = "JUNIOR SECONDARY";
    public const string SeniorSecondary = "SENIOR SECONDARY";
    public const string Nursery = "NURSERY";

    /// <summary>In the order in which a text that fits several is given to the first.</summary>
    public static readonly IReadOnlyList<string> All = [PrePrimary, Primary, JuniorSecondary, SeniorSecondary, Nursery];

    // Between spaces stand whole words: "private" is no "pri", and "Highlands" no "high".
    static readonly (string Part, string Level)[] Variants =
    [
        (" pp ", PrePrimary), ("pp1", PrePrimary), ("pp2", PrePrimary), ("preprimary", PrePrimary), ("kindergarten", PrePrimary), ("ecd", PrePrimary),
        (" pri ", Primary), ("prim", Primary), ("elementary", Primary),
        ("junior", JuniorSecondary), ("jss", JuniorSecondary),
        ("secondary", SeniorSecondary), ("senior", SeniorSecondary), (" high ", SeniorSecondary), ("highschool", SeniorSecondary),
    ];

    /// <summary>
    /// An exact name first, whatever its case and hyphens; then the first level whose name contains the text or is contained in it; then
    /// the other words for levels. <see langword="null"/> for what is none of them.
    /// </summary>
    public static string? From(string? text)
    {
        var folded = PlainText.Folded(text);
        if (folded.Length == 0)
            return null;

        return All.FirstOrDefault(level => PlainText.Folded(level) == folded)
            ?? All.FirstOrDefault(level => IsWithin(PlainText.Folded(level), folded) || IsWithin(folded, PlainText.Folded(level)))
            ?? Array.Find(Variants, variant => $" {folded} ".Contains(variant.Part, StringComparison.Ordinal)).Level;
    }

    /// <summary>By whole words: "pri" is short for primary and no part of "pre primary".</summary>
    static bool IsWithin(string part, string whole) => $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);
}
