namespace Schema;

/// <summary>A year of a school; at most one of a school's is active.</summary>
public sealed class AcademicYear
{
    public Guid Id { get; set; }

    public Guid SchoolId { get; set; }

    public required string Name { get; set; }

    public DateOnly StartDate { get; set; }

    public DateOnly EndDate { get; set; }

    public bool IsActive { get; set; }

    public bool IsArchived { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public School? School { get; set; }
}
