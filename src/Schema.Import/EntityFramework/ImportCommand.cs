using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Schema.Import;

/// <summary>Runs an import on EF Core's open connection, inside the migration's own transaction.</summary>
// Up() is executed more than once by the provider; only a command is executed exactly when the migration is.
sealed class ImportCommand(
    ImportOperation operation,
    EngineOptions options,
    IRelationalCommand refusal,
    DbContext context,
    IRelationalCommandDiagnosticsLogger logger)
    : MigrationCommand(refusal, context, logger)
{
    public override int ExecuteNonQuery(IRelationalConnection connection, IReadOnlyDictionary<string, object?>? parameterValues = null) =>
        ExecuteNonQueryAsync(connection, parameterValues).GetAwaiter().GetResult();

    public override async Task<int> ExecuteNonQueryAsync(
        IRelationalConnection connection,
        IReadOnlyDictionary<string, object?>? parameterValues = null,
        CancellationToken cancellationToken = default)
    {
        var target = (NpgsqlConnection)connection.DbConnection;
        var transaction = (NpgsqlTransaction)connection.CurrentTransaction!.GetDbTransaction();
        var step = new RecordedImport(operation.Import, options, target, transaction, command: "schema up");
        await (operation.IsUndo ? step.Undo(cancellationToken) : step.RunOrSkip(cancellationToken));

        return -1;
    }
}
