namespace Schema;

/// <summary>A series of events, in one of its versions.</summary>
public sealed class EventSource
{
    public int Id { get; set; }

    public bool Current { get; set; } = true;

    public required DateTime VersionStamp { get; set; }

    public string Data { get; set; } = "";

    public required string Title { get; set; }

    public required string SourceType { get; set; }

    public string? SourceUrl { get; set; }

    public string SourceFile { get; set; } = "";

    public int? MasterId { get; set; }

    public EventSource? Master { get; set; }
}
