namespace Schema;

/// <summary>A stage of a curriculum, such as primary.</summary>
public sealed class ClassLevel
{
    public Guid Id { get; set; }

    public Guid CurriculumId { get; set; }

    public required string Name { get; set; }

    public int MinAge { get; set; }

    public int MaxAge { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Curriculum? Curriculum { get; set; }
}
