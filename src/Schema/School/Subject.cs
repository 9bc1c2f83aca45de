namespace Schema;

/// <summary>What is taught in a curriculum.</summary>
public sealed class Subject
{
    public Guid Id { get; set; }

    public Guid CurriculumId { get; set; }

    public Guid? CategoryId { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Curriculum? Curriculum { get; set; }

    public SubjectCategory? Category { get; set; }
}
