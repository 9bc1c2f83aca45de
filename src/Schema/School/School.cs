namespace Schema;

/// <summary>A school; its people are users with a role in it.</summary>
public sealed class School
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The code that the government gave it; unique among the living schools.</summary>
    public string? Code { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>What was written where no E.164 number could be made of it.</summary>
    public string? PhoneRaw { get; set; }

    public string Country { get; set; } = "Kenya";

    public string? County { get; set; }

    /// <summary>As it was written; the parts follow where they could be told.</summary>
    public string? Address { get; set; }

    public string? Street { get; set; }

    public string? PoBox { get; set; }

    public string? PostalCode { get; set; }

    public string? Town { get; set; }

    /// <summary><c>private</c>, <c>public</c> or <c>international</c>.</summary>
    public string Type { get; set; } = "private";

    public Guid LevelId { get; set; }

    public Guid CurriculumId { get; set; }

    public Guid? GradeSystemId { get; set; }

    public string? Logo { get; set; }

    public string? Motto { get; set; }

    public string? Vision { get; set; }

    public string? Mission { get; set; }

    public bool IsVerified { get; set; }

    public bool IsOnboarded { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsDeleted { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public ClassLevel? Level { get; set; }

    public Curriculum? Curriculum { get; set; }

    public GradeSystem? GradeSystem { get; set; }
}
