using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Schema.Import;

/// <summary>A legacy import as a step of a migration; data only, the SQL generator gives it its behaviour.</summary>
public sealed class ImportOperation : MigrationOperation
{
    public required DataImport Import { get; init; }

    public bool IsUndo { get; init; }

    public override bool IsDestructiveChange => IsUndo;
}
