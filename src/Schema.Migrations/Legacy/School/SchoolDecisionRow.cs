namespace Schema.Migrations;

/// <summary>A decision of the conflict file.</summary>
public sealed record SchoolDecisionRow(
    string DecisionKey, string Entity, string Field, string Decision, string? TargetEntity, string? TargetKey, string? Becomes, long Line);
