namespace Schema;

/// <summary>What another system calls a person; opaque, compared byte for byte.</summary>
public sealed class UserExternalId
{
    public required string System { get; set; }

    public required string Entity { get; set; }

    public required string ExternalId { get; set; }

    public Guid UserId { get; set; }

    public User? User { get; set; }
}
