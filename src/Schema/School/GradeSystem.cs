namespace Schema;

/// <summary>How marks are graded: everywhere, or in the one school that made it.</summary>
public sealed class GradeSystem
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary><c>letter</c>, <c>numeric</c> or <c>descriptive</c>.</summary>
    public required string GradeType { get; set; }

    public Guid? SchoolId { get; set; }

    public string? Country { get; set; }

    public bool IsDefault { get; set; }

    public bool IsPredefined { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public ICollection<Grade> Grades { get; } = [];
}
