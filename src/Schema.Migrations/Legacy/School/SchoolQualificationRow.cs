namespace Schema.Migrations;

/// <summary>A qualification on its way into its teacher's list.</summary>
public sealed record SchoolQualificationRow(string LegacyId, string TeacherKey, string? Qualification, DateTimeOffset CreatedAt)
{
    public static SchoolQualificationRow From(LegacyQualification old) =>
        new(old.Id, old.TeacherId, PlainText.Trimmed(old.Qualification), SchoolMoment.Utc(old.CreatedAt));
}
