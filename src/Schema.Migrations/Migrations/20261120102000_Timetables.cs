using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Schema.Migrations;

/// <summary>The timetable's seven tables exactly as Django 1.6 and South 0.8 left them, so that a Play server can be stamped with this.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120102000_Timetables")]
public sealed partial class Timetables : Migration
{
    const string Moment = "timetables";

    static readonly string[] Tables =
    [
        "timetables_thing",
        "timetables_eventsource",
        "timetables_event",
        "timetables_eventsourcetag",
        "timetables_eventtag",
        "timetables_thingtag",
        "timetables_thinglock",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
            migrationBuilder.RefuseFound(table, "Timetables");

        migrationBuilder.Sql(CreateTables);
        foreach (var table in Tables)
            migrationBuilder.Restore(Moment, table);

        migrationBuilder.Sql(RestoreSequences);
        migrationBuilder.Sql(CreateConstraints);
        migrationBuilder.Sql(CreateIndexes);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($"lock table {string.Join(", ", Tables.Order(StringComparer.Ordinal))} in access exclusive mode;");
        migrationBuilder.Sql("set constraints all immediate;");
        migrationBuilder.Sql(RememberSequences);
        foreach (var table in Tables)
            migrationBuilder.Remember(Moment, table, "t.id::text");
        foreach (var table in Tables.Reverse())
            migrationBuilder.DropTable(table);
    }
}
