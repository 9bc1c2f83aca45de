namespace Schema;

/// <summary>A series on a thing; on a user it is an entry in a calendar.</summary>
public sealed class EventSourceTag
{
    public int Id { get; set; }

    public string? Annotation { get; set; }

    public required int ThingId { get; set; }

    public required int EventSourceId { get; set; }

    public Thing? Thing { get; set; }

    public EventSource? EventSource { get; set; }
}
