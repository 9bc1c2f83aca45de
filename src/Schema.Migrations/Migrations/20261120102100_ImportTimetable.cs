using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Migrations;

/// <summary>The timetable of another server, whole, from a dump.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120102100_ImportTimetable")]
public sealed class ImportTimetable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Import<TimetableImport>();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.UndoImport<TimetableImport>();
}
