namespace Schema;

public sealed class Chatroom
{
    public int Id { get; set; }

    public Guid? CreatorId { get; set; }

    public Guid? ClaimantId { get; set; }

    public string? Code { get; set; }

    public bool Active { get; set; } = true;

    public string? Status { get; set; }

    public User? Creator { get; set; }

    public User? Claimant { get; set; }
}
