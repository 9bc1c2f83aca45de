using System.Text.Json.Nodes;
using Npgsql;

namespace Schema.Import;

/// <summary>One import inside a transaction: where its system lives, what was chosen, and its line in the ledger.</summary>
sealed class RecordedImport(
    DataImport import, EngineOptions options, NpgsqlConnection target, NpgsqlTransaction transaction, string? command = null)
{
    readonly LegacySystem system = LegacySystem.Of(import, options.Settings);

    public ImportContext Context => new(target, transaction)
    {
        Run = options.Identity.Run,
        Command = command,
        SourceLocation = system.Location,
        MaxRejects = options.Imports.MaxRejects ?? RejectBudget.None,
        RejectsFolder = options.Imports.RejectsFolder ?? Path.Combine("artifacts", "rejects"),
        Verify = options.Imports.Verify,
        Triggers = options.Imports.Triggers,
        Exclusive = options.Imports.Exclusive,
        Options = options.Imports.OptionsFor(import, options.Settings),
        Progress = options.ImportProgress,
    };

    /// <summary>As a migration brings it: where there is no such system, that is recorded and nothing else happens.</summary>
    public async Task RunOrSkip(CancellationToken cancellationToken)
    {
        if (system.Location is null)
        {
            await Skip(cancellationToken);
            return;
        }

        await Record(await ImportRunner.Run(import, Context, cancellationToken), cancellationToken);
    }

    /// <summary>Once more: new keys only; false, when the source is what it was, and what the run did is to be rolled back.</summary>
    public async Task<bool> RunAgain(ImportState earlier, CancellationToken cancellationToken)
    {
        // What was allowed to be left out then is no news; the budget counts only when the source has changed.
        var context = Context;
        var report = await ImportRunner.Run(import, context with { Again = true, MaxRejects = RejectBudget.Unlimited }, cancellationToken);
        if (report.Fingerprint.Length > 0 && report.Fingerprint == earlier.Fingerprint && report.Rejected == earlier.Rejected)
            return false;
        if (!context.MaxRejects.Allows(report.Rejected, report.Seen))
            throw RejectWords.OverBudget(import, report, context);

        await Record(report, cancellationToken);
        return true;
    }

    public async Task Undo(CancellationToken cancellationToken)
    {
        var report = await ImportUndo.Run(import, Context, options.Imports.DropEdited, cancellationToken);
        await Ledger.Append(target, LedgerEvent.Undone, import.Name, ImportDetail.Of(report), cancellationToken);
        options.Undone(report);
    }

    async Task Record(ImportReport report, CancellationToken cancellationToken)
    {
        await Ledger.Append(target, LedgerEvent.Imported, import.Name, ImportDetail.Of(report), cancellationToken);
        options.Imported(report);
    }

    Task Skip(CancellationToken cancellationToken)
    {
        var because = system.IsNone ? $"{system.Name}=none" : $"{system.Name} is not set, and this is Development";
        options.Progress(new(MigrationMoment.Skipped, import.Name, Detail: because));
        return Ledger.Append(target, LedgerEvent.Skipped, import.Name, new JsonObject { ["message"] = because }.ToJsonString(), cancellationToken);
    }
}
