namespace Schema;

/// <summary>A tie between two things; with the annotation <c>admin</c>, the first one's right to edit the second.</summary>
public sealed class ThingTag
{
    public int Id { get; set; }

    public string? Annotation { get; set; }

    public required int ThingId { get; set; }

    public required int TargetThingId { get; set; }

    public Thing? Thing { get; set; }

    public Thing? TargetThing { get; set; }
}
