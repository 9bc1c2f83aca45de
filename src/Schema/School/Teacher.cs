namespace Schema;

/// <summary>A person who teaches in a school; one who teaches in two has two.</summary>
public sealed class Teacher
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public Guid SchoolId { get; set; }

    /// <summary><c>female</c> or <c>male</c>; NULL where nobody knows.</summary>
    public string? Gender { get; set; }

    public string[] Qualifications { get; set; } = [];

    public string[] Subjects { get; set; } = [];

    public string? Experience { get; set; }

    public int? ExperienceYears { get; set; }

    public DateOnly? EmploymentDate { get; set; }

    public bool IsClassTeacher { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsDeleted { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }

    public School? School { get; set; }
}
