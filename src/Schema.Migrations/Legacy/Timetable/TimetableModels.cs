using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>The seven models of the timetable.</summary>
static class TimetableModels
{
    public static bool Know(DjangoRow row) =>
        row.Is("timetables.event"u8) || row.Is("timetables.eventsource"u8) || row.Is("timetables.thing"u8)
        || row.Is("timetables.eventsourcetag"u8) || row.Is("timetables.eventtag"u8)
        || row.Is("timetables.thingtag"u8) || row.Is("timetables.thinglock"u8);
}
