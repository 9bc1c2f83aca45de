using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class ImportUndoCommand : SchemaCommand
{
    public ImportUndoCommand()
        : base("undo", "Take imported rows back; the migration stays applied") =>
        this.TakeImport(ImportOptions.DropEdited, RunOptions.DryRun, RunOptions.Wait);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var known = KnownImport.Resolve(invocation.Value(ImportCommands.Name)!);
        var reports = new List<UndoReport>();
        var options = RunOptions.For(invocation) with
        {
            Imports = ImportOptions.For(invocation, known.Import),
            Undone = reports.Add,
        };
        var database = await invocation.Database(cancellationToken);
        await Ask(invocation, known, database, options.DryRun, cancellationToken);
        await using (var session = await ImportSession.Begin(known.Import, database, options, cancellationToken))
            await session.Undo(cancellationToken);

        return Report(invocation.Screen, known, database, reports, options.DryRun);
    }

    static async Task Ask(Invocation invocation, KnownImport known, TargetDatabase database, bool rehearsal, CancellationToken cancellationToken)
    {
        await using var connection = await database.Open(cancellationToken);
        var state = await ImportState.Of(connection, known.Name, cancellationToken);
        if (state is not { IsDone: true })
            throw new SchemaException(
                ExitCode.Usage,
                $"{known.Name} is not in {database.Address}: {(state is null ? "it never ran" : $"it was {state.Event} at {state.At:yyyy-MM-dd HH:mm:ss} UTC")}.",
                "schema import list");
        if (rehearsal)
            return;

        await invocation.RefuseProduction(connection, $"Taking back the import {known.Name}", $"schema import undo {known.Name}", cancellationToken);
        invocation.Screen.Say($"{database.Address}: take back what {known.Name} brought at {state.At:yyyy-MM-dd HH:mm:ss} UTC.");
        invocation.Confirm("Take it back?", "Nothing was taken back.");
    }

    static ExitCode Report(Screen screen, KnownImport known, TargetDatabase database, List<UndoReport> reports, bool rehearsed)
    {
        UndoneLines.Print(screen, reports);
        screen.Done(rehearsed
            ? $"{database.Address}: {known.Name} was taken back and that was rolled back. Locks were held meanwhile."
            : $"{database.Address}: {known.Name} is taken back; its migration stays applied.");

        return screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["dryRun"] = rehearsed,
            ["takenBack"] = ImportJson.Of(reports),
        });
    }
}
