using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

/// <summary>Live's events, then the users and rights that were merged with them.</summary>
sealed class RefreshImport(Merge merge) : DataImport
{
    public override string Name => "timetable_refresh";

    public override void Define(ImportPlan plan)
    {
        TimetableSteps.Read(plan);
        plan.Read(Source.Rows(merge.Users)).Map(Mapped<ThingRow> (user) => Row(user)).CopyTo("timetables_thing").Named("users");
        plan.Read(Source.Rows(merge.Tags)).Map(Mapped<ThingtagRow> (tag) => Row(tag)).CopyTo("timetables_thingtag").Named("rights");
        plan.Touches([.. PlayTables.Names]);
    }

    static ThingRow Row(UserThing user) => new(
        checked((int)user.Pk), checked((int)user.Parent), user.PathId, user.Path, user.Name, user.Data, "user", "A Users Calendar");

    static ThingtagRow Row(RightTag tag) => new(checked((int)tag.Pk), "admin", checked((int)tag.Holder), checked((int)tag.Subject));
}
