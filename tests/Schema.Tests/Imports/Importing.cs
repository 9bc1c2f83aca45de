using Npgsql;
using Schema.Import;

namespace Schema.Tests.Imports;

/// <summary>Runs imports in transactions of their own, as a migration does.</summary>
public static class Importing
{
    public static Task<TestDatabase> Database() =>
        TestDatabase.From("ledger", async address =>
        {
            await using var connection = new NpgsqlConnection(address);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("create schema ledger;" + ReceiptTable.Sql, connection);
            await command.ExecuteNonQueryAsync();
        });

    /// <summary>Commits what the import wrote; when it is refused, nothing is left.</summary>
    public static Task<ImportReport> Run(this TestDatabase database, DataImport import, Func<ImportContext, ImportContext>? with = null) =>
        database.InTransaction(with, context => ImportRunner.Run(import, context, CancellationToken.None));

    public static Task<UndoReport> Undo(this TestDatabase database, DataImport import, bool dropEdited = false) =>
        database.InTransaction(null, context => ImportUndo.Run(import, context, dropEdited, CancellationToken.None));

    public static Task<ImportReport> Check(this TestDatabase database, DataImport import, Func<ImportContext, ImportContext>? with = null) =>
        database.InTransaction(with, context => ImportCheck.Run(import, context, CancellationToken.None), ends: false);

    public static Task<VerifyReport> Verify(this TestDatabase database, DataImport import) =>
        database.InTransaction(null, context => ImportVerify.Run(import, context, CancellationToken.None), ends: false);

    public static async Task<TResult> InTransaction<TResult>(
        this TestDatabase database, Func<ImportContext, ImportContext>? with, Func<ImportContext, Task<TResult>> act, bool ends = true)
    {
        await using var connection = await database.Borrow();
        await using var transaction = await connection.BeginTransactionAsync();
        var context = new ImportContext(connection, transaction) { Run = Guid.NewGuid(), RejectsFolder = RejectsFolder() };
        var result = await act(with?.Invoke(context) ?? context);
        if (ends)
            await transaction.CommitAsync();

        return result;
    }

    public static string RejectsFolder() => Path.Combine(Path.GetTempPath(), "schema-tests", Guid.NewGuid().ToString("N"));
}
