using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;
using Schema.Migrations.Timetable;

namespace Schema.Cli;

/// <summary>Exchanges the content of Play's seven tables in one transaction; readers see the old one until it commits.</summary>
sealed class Refresh(Invocation invocation, NpgsqlConnection connection, RefreshSource source, FileInfo save)
{
    public async Task<ImportReport> Run(CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PlayTables.Lock(connection, cancellationToken);
        await PlayTables.RefuseOthers(connection, cancellationToken);
        var import = await source.Decide(connection, _ => { }, cancellationToken);
        await Save(cancellationToken);
        await PlayTables.Empty(connection, cancellationToken);

        var report = await Fill(import, transaction, cancellationToken);
        await Ledger.Append(connection, LedgerEvent.Imported, "timetable refresh", Words(report), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return report;
    }

    async Task<ImportReport> Fill(DataImport import, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            return await ImportRunner.Run(import, Context(transaction), cancellationToken);
        }
        catch (ImportRefusedException refused) when (refused.Report.Rejected > 0)
        {
            // No budget helps here, as the engine's own advice would have it: the refresh takes every row or none.
            throw new ImportRefusedException(refused.Message, $"Nothing was changed. {source.Correction}", refused.Report, refused);
        }
    }

    ImportContext Context(NpgsqlTransaction transaction) => new(connection, transaction)
    {
        Run = invocation.Options.Identity.Run,
        SourceLocation = source.File,
        Progress = invocation.Screen,
        WithoutReceipts = true,
    };

    async Task Save(CancellationToken cancellationToken)
    {
        await using var output = WholeOutput.To(save, invocation.Around);
        var rows = await PlayDump.Write(connection, output.Stream, cancellationToken);
        await output.Complete(cancellationToken);
        invocation.Screen.Note(FormattableString.Invariant($"Saved what Play holds now, {rows:N0} rows: {save.FullName}"));
    }

    string Words(ImportReport report) => new JsonObject
    {
        ["message"] = FormattableString.Invariant($"{report.Written:N0} rows in place of what {save.FullName} holds"),
    }.ToJsonString(Json.Line);
}
