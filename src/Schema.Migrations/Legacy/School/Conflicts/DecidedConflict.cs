namespace Schema.Migrations;

/// <summary>What a person decided about a conflict, and on which line of the file.</summary>
public sealed record DecidedConflict(string DecisionKey, ConflictDecision Decision, PersonReference? Target, long Line);
