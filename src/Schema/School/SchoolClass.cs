namespace Schema;

/// <summary>A class of a school in one year.</summary>
public sealed class SchoolClass
{
    public Guid Id { get; set; }

    public Guid SchoolId { get; set; }

    public Guid AcademicYearId { get; set; }

    public Guid? ClassId { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public School? School { get; set; }

    public AcademicYear? AcademicYear { get; set; }

    public Class? Class { get; set; }
}
