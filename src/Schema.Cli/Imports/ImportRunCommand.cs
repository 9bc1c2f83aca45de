using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class ImportRunCommand : SchemaCommand
{
    static readonly Option<bool> Force = new("--force") { Description = "The same as --yes" };

    static readonly Option<bool> Verbose = new("--verbose") { Description = "List rejects and conflicts one by one" };

    public ImportRunCommand()
        : base("run", "Bring the data outside of a migration, with the same guarantees; once more: new rows only")
    {
        this.TakeImport([.. ImportOptions.ForRuns, RunOptions.DryRun, RunOptions.Wait]);
        Options.Add(Force);
        Options.Add(Verbose);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var known = KnownImport.Resolve(invocation.Value(ImportCommands.Name)!);
        var reports = new List<ImportReport>();
        var options = RunOptions.For(invocation) with
        {
            Imports = ImportOptions.For(invocation, known.Import),
            Imported = reports.Add,
        };
        SourceAddress.RefuseNowhere(LegacySystem.Of(known.Import, invocation.Settings));
        var database = await invocation.Database(cancellationToken);
        var page = ImportReportFile.For(invocation);
        await using (var session = await ImportSession.Begin(known.Import, database, options, cancellationToken))
        {
            known.RefuseUnapplied(database, await MigrationHistory.Applied(session.Connection, cancellationToken));
            await page.Around(database, reports, () => session.Run(cancellationToken));
        }

        await page.Write(database, reports, options.DryRun);
        return Report(invocation, known, database, reports, options.DryRun);
    }

    static ExitCode Report(Invocation invocation, KnownImport known, TargetDatabase database, List<ImportReport> reports, bool rehearsed)
    {
        var screen = invocation.Screen;
        ImportTable.Print(screen, reports, rehearsed ? "schema import check" : "schema import list");
        if (invocation.Value(Verbose))
            reports.ForEach(report => ImportTable.PrintFindings(screen, report));

        screen.Done((reports.Count, rehearsed) switch
        {
            (0, _) => $"{known.Name} is in {database.Address} already, and its source is what it was; nothing to do.",
            (_, true) => $"{database.Address}: {known.Name} ran and was rolled back. Locks were held meanwhile, and sequence values are used up.",
            _ => $"{database.Address}: {known.Name} is imported.",
        });

        return screen.Result(new JsonObject
        {
            ["database"] = database.Address.ToString(),
            ["dryRun"] = rehearsed,
            ["imports"] = ImportJson.Of(reports),
        });
    }
}
