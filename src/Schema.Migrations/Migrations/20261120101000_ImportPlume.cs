using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>The registrations of Plume become people of the help queue.</summary>
public sealed partial class ImportPlume : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Import<PlumeImport>();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.UndoImport<PlumeImport>();
}
