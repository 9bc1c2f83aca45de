using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>The seven models of the timetable.</summary>
static class TimetableModels
{
    public static readonly string[] Names =
    [
        "timetables.event",
        "timetables.eventsource",
        "timetables.eventsourcetag",
        "timetables.eventtag",
        "timetables.thing",
        "timetables.thinglock",
        "timetables.thingtag",
    ];

    static readonly byte[][] Bytes = [.. Names.Select(System.Text.Encoding.UTF8.GetBytes)];

    public static bool Know(DjangoRow row) => Array.Exists(Bytes, name => row.Is(name));
}
