using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Schema.Import;

/// <summary>The words by which a migration brings legacy rows and takes them back.</summary>
public static class ImportMigrationBuilder
{
    public static OperationBuilder<ImportOperation> Import<TImport>(this MigrationBuilder migrationBuilder)
        where TImport : DataImport, new() => Add(migrationBuilder, new ImportOperation { Import = new TImport() });

    public static OperationBuilder<ImportOperation> UndoImport<TImport>(this MigrationBuilder migrationBuilder)
        where TImport : DataImport, new() => Add(migrationBuilder, new ImportOperation { Import = new TImport(), IsUndo = true });

    static OperationBuilder<ImportOperation> Add(MigrationBuilder migrationBuilder, ImportOperation operation)
    {
        migrationBuilder.Operations.Add(operation);
        return new OperationBuilder<ImportOperation>(operation);
    }
}
