using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>The steps that every way into the tables has in common; keys stay, for the outside world knows them.</summary>
public static class TimetableSteps
{
    public static void Read(ImportPlan plan)
    {
        plan.Read(Source.DjangoJson<ThingRow>("timetables.thing")).Map(Mapped<ThingRow> (row) => row).CopyTo("timetables_thing");
        plan.Read(Source.DjangoJson<EventsourceRow>("timetables.eventsource")).Map(Mapped<EventsourceRow> (row) => row).CopyTo("timetables_eventsource");
        plan.Read(Source.DjangoJson<EventRow>("timetables.event")).Map(Mapped<EventRow> (row) => row).CopyTo("timetables_event");
        plan.Read(Source.DjangoJson<EventsourcetagRow>("timetables.eventsourcetag")).Map(Mapped<EventsourcetagRow> (row) => row).CopyTo("timetables_eventsourcetag");
        plan.Read(Source.DjangoJson<EventtagRow>("timetables.eventtag")).Map(Mapped<EventtagRow> (row) => row).CopyTo("timetables_eventtag");
        plan.Read(Source.DjangoJson<ThingtagRow>("timetables.thingtag")).Map(Mapped<ThingtagRow> (row) => row).CopyTo("timetables_thingtag");
    }

    public static void ListOtherModels(ImportPlan plan)
    {
        plan.Read(Source.DjangoModelsBeside(TimetableModels.Names)).Map(Mapped<UnknownModel> (model) => model).Stage("timetable_other_model").Aside();
        plan.Conflicts(
            "is no model of the timetable; its rows were left out",
            """select model, rows from timetable_other_model order by model collate "C" """);
    }
}
