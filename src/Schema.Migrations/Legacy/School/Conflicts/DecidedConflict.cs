namespace Schema.Migrations;

/// <summary>What was decided about a conflict, and on which line of the file.</summary>
/// <param name="Target">With whom somebody is merged.</param>
/// <param name="Becomes">What a school gets instead, where that was chosen.</param>
public sealed record DecidedConflict(
    string DecisionKey, string Entity, string Field, ConflictDecision Decision, LegacyReference? Target, string? Becomes, long Line);
