namespace Schema;

/// <summary>A single event on a thing; on a user it is an entry in a calendar.</summary>
public sealed class EventTag
{
    public int Id { get; set; }

    public string? Annotation { get; set; }

    public required int ThingId { get; set; }

    public required int EventId { get; set; }

    public Thing? Thing { get; set; }

    public Event? Event { get; set; }
}
