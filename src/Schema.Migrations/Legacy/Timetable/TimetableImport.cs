using Schema.Import;

namespace Schema.Migrations.Timetable;

/// <summary>A whole timetable, from a dump of its Django application.</summary>
public sealed class TimetableImport : DataImport
{
    public override void Define(ImportPlan plan)
    {
        TimetableSteps.Read(plan);
        plan.Read(Source.DjangoJson<ThinglockRow>("timetables.thinglock")).Map(Mapped<ThinglockRow> (row) => row).CopyTo("timetables_thinglock");
        TimetableSteps.ListOtherModels(plan);
    }
}
