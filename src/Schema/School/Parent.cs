namespace Schema;

/// <summary>A person with children in a school; one with children in two has two.</summary>
public sealed class Parent
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public Guid SchoolId { get; set; }

    /// <summary><c>father</c>, <c>mother</c> or <c>guardian</c>.</summary>
    public string? Relationship { get; set; }

    public string? SecondaryPhone { get; set; }

    public string? SecondaryPhoneRaw { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsDeleted { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public User? User { get; set; }

    public School? School { get; set; }
}
