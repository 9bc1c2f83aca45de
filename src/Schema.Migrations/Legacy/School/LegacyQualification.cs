namespace Schema.Migrations;

/// <summary>What a teacher is qualified by; V1 keeps one row for each.</summary>
public sealed record LegacyQualification(string Id, string TeacherId, string? Qualification, DateTime CreatedAt);
