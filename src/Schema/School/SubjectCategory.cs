namespace Schema;

/// <summary>A group of subjects.</summary>
public sealed class SubjectCategory
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
