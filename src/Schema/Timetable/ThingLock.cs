namespace Schema;

/// <summary>A user who edits a thing just now.</summary>
public sealed class ThingLock
{
    public int Id { get; set; }

    public required int ThingId { get; set; }

    public required int OwnerId { get; set; }

    public required DateTime Expires { get; set; }

    public required string Name { get; set; }

    public Thing? Thing { get; set; }

    public Thing? Owner { get; set; }
}
