namespace Schema;

/// <summary>A lecture, a practical, in one of its versions.</summary>
public sealed class Event
{
    public int Id { get; set; }

    public bool Current { get; set; } = true;

    public required DateTime VersionStamp { get; set; }

    public string Data { get; set; } = "";

    public required DateTime Start { get; set; }

    public required DateTime End { get; set; }

    public string StartTimeZone { get; set; } = "Europe/London";

    public string EndTimeZone { get; set; } = "Europe/London";

    public required string Title { get; set; }

    public string Location { get; set; } = "";

    public required string Uid { get; set; }

    public int? MasterId { get; set; }

    public int? SourceId { get; set; }

    public short Status { get; set; }

    public Event? Master { get; set; }

    public EventSource? Source { get; set; }
}
