namespace Schema.Migrations;

/// <summary>A decision of the conflict file.</summary>
public sealed record SchoolDecisionRow(string DecisionKey, string Decision, string? TargetEntity, string? TargetKey, long Line);
