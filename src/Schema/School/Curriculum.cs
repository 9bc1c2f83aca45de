namespace Schema;

/// <summary>What a school teaches after.</summary>
public sealed class Curriculum
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public required string Alias { get; set; }

    public string? Country { get; set; }

    public Guid GradeSystemId { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public GradeSystem? GradeSystem { get; set; }
}
