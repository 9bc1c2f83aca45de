namespace Schema.Migrations;

/// <summary>Which decisions fit which value: schools are not merged, and what a school gets instead may be chosen.</summary>
static class ConflictFit
{
    const string School = "school";

    /// <summary>What is wrong with a decision about this value of this kind of row, if anything is.</summary>
    public static string? Problem(string entity, string field, ConflictDecision decision, string target) => (entity, field, decision) switch
    {
        (School, _, ConflictDecision.Merge) =>
            "the decision is merge, which people can have and a school cannot; which school its people are of can only be corrected in V1",
        (not School, not "email", ConflictDecision.Suffix) => $"the decision is suffix, which an e-mail can have and a {field} cannot",
        (School, "email", ConflictDecision.Suffix) when !IsAddressOrNone(target) =>
            $"the target is '{target}', an e-mail address such as office@school.example is expected",
        (School, _, ConflictDecision.Suffix) or (_, _, ConflictDecision.Merge) => null,
        _ when target.Length == 0 => null,
        _ => $"a target belongs to {(entity == School ? "suffix" : "merge")}, the decision is {ConflictWords.Of(decision)}",
    };

    /// <summary>What would have to be repaired was not meant like that.</summary>
    static bool IsAddressOrNone(string target) =>
        PlainText.Trimmed(target) is not { } text || SchoolEmail.From(text) is { Address: not null, Origin: EmailOrigin.Original };
}
