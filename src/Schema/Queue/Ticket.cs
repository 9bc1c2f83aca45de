namespace Schema;

/// <summary>A question in the help queue.</summary>
public sealed class Ticket
{
    public int Id { get; set; }

    public Guid? CreatorId { get; set; }

    public Guid? ClaimantId { get; set; }

    public required string Question { get; set; }

    public required string Content { get; set; }

    public required string Location { get; set; }

    public string?[] Tags { get; set; } = [];

    public string?[] Images { get; set; } = [];

    public bool Active { get; set; } = true;

    public string? Status { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public User? Creator { get; set; }

    public User? Claimant { get; set; }
}
