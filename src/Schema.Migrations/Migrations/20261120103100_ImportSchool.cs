using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>The schools of the platform's first version, and everybody in them.</summary>
public sealed partial class ImportSchool : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Import<SchoolImport>();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.UndoImport<SchoolImport>();
}
