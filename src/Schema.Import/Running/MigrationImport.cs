using System.Text.Json.Nodes;
using Npgsql;

namespace Schema.Import;

/// <summary>One import as a step of a migration: where its system lives, what was chosen, and its line in the ledger.</summary>
sealed class MigrationImport(DataImport import, EngineOptions options, NpgsqlConnection target, NpgsqlTransaction transaction)
{
    public async Task Run(CancellationToken cancellationToken)
    {
        var system = LegacySystem.Of(import, options.Settings);
        if (system.Location is null)
        {
            await Skip(system, cancellationToken);
            return;
        }

        var report = await ImportRunner.Run(import, Context(system), cancellationToken);
        await Ledger.Append(target, LedgerEvent.Imported, import.Name, ImportDetail.Of(report), cancellationToken);
        options.Imported(report);
    }

    public async Task Undo(CancellationToken cancellationToken)
    {
        var report = await ImportUndo.Run(import, Context(LegacySystem.Of(import, options.Settings)), options.Imports.DropEdited, cancellationToken);
        await Ledger.Append(target, LedgerEvent.Undone, import.Name, ImportDetail.Of(report), cancellationToken);
        options.Undone(report);
    }

    Task Skip(LegacySystem system, CancellationToken cancellationToken)
    {
        var because = system.IsNone ? $"{system.Name}=none" : $"{system.Name} is not set, and this is Development";
        options.Progress(new(MigrationMoment.Skipped, import.Name, Detail: because));
        return Ledger.Append(target, LedgerEvent.Skipped, import.Name, new JsonObject { ["message"] = because }.ToJsonString(), cancellationToken);
    }

    ImportContext Context(LegacySystem system) => new(target, transaction)
    {
        Run = options.Identity.Run,
        SourceLocation = system.Location,
        MaxRejects = options.Imports.MaxRejects ?? RejectBudget.None,
        RejectsFolder = options.Imports.RejectsFolder ?? Path.Combine("artifacts", "rejects"),
        Verify = options.Imports.Verify,
        Triggers = options.Imports.Triggers,
        Options = options.Imports.OptionsFor(import, options.Settings),
        Progress = options.ImportProgress,
    };
}
