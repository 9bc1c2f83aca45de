using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;

namespace Schema.Migrations;

/// <summary>The registrations of Plume become people of the help queue.</summary>
[DbContext(typeof(SchemaContext))]
[Migration("20261120101000_ImportPlume")]
public sealed class ImportPlume : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Import<PlumeImport>();

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.UndoImport<PlumeImport>();
}
