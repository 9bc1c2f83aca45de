namespace Schema;

/// <summary>A person who learns in a school.</summary>
public sealed class Student
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public Guid SchoolId { get; set; }

    public Guid? SchoolClassId { get; set; }

    public string? AdmissionNumber { get; set; }

    /// <summary><c>female</c> or <c>male</c>; NULL where nobody knows.</summary>
    public string? Gender { get; set; }

    public DateOnly? BirthDate { get; set; }

    public DateOnly? EnrollmentDate { get; set; }

    public bool IsEnrolled { get; set; } = true;

    public bool IsGraduated { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsDeleted { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }

    public School? School { get; set; }

    public SchoolClass? SchoolClass { get; set; }
}
