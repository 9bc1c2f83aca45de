namespace Schema;

/// <summary>A class that a curriculum has in every school; a school's own is a <see cref="SchoolClass"/>.</summary>
public sealed class Class
{
    public Guid Id { get; set; }

    public Guid CurriculumId { get; set; }

    public Guid? LevelId { get; set; }

    public required string Name { get; set; }

    public int Order { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Curriculum? Curriculum { get; set; }

    public ClassLevel? Level { get; set; }
}
