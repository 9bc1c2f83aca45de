namespace Schema;

/// <summary>A person who runs a school here.</summary>
public sealed class SchoolAdmin
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public Guid SchoolId { get; set; }

    public string? Position { get; set; }

    public bool IsMain { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }

    public School? School { get; set; }
}
