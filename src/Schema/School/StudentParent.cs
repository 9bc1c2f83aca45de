namespace Schema;

/// <summary>Whose child a student is.</summary>
public sealed class StudentParent
{
    public Guid StudentId { get; set; }

    public Guid ParentId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public Student? Student { get; set; }

    public Parent? Parent { get; set; }
}
