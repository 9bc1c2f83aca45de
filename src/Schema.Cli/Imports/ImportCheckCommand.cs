using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class ImportCheckCommand : SchemaCommand
{
    public ImportCheckCommand()
        : base("check", "Read and map everything, write nothing, list rejects and conflicts") =>
        this.TakeImport(ImportOptions.Rejects, ImportOptions.Verify, ImportOptions.Triggers, ImportReportFile.Option);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var known = KnownImport.Resolve(invocation.Value(ImportCommands.Name)!);
        var choices = ImportOptions.For(invocation, known.Import);
        SourceAddress.RefuseNowhere(LegacySystem.Of(known.Import, invocation.Settings));
        var database = await invocation.Database(cancellationToken);
        var page = ImportReportFile.For(invocation);
        await using var connection = await database.Open(cancellationToken);
        var report = await new ImportLook(known.Import, invocation.Options with { Imports = choices }).Check(connection, cancellationToken);
        await page.Write(database, [report], rehearsed: true);

        ImportTable.Print(invocation.Screen, [report], list: null);
        ImportTable.PrintFindings(invocation.Screen, report);
        foreach (var sentence in report.HandedOver)
            invocation.Screen.Say(sentence);

        return Judge(invocation.Screen, report);
    }

    static ExitCode Judge(Screen screen, ImportReport report)
    {
        if (report.Rejected == 0)
            screen.Done($"{report.Import}: no row is rejected. Nothing was written.");
        else
            screen.Wrong($"{report.Import}: {Counted.Of(report.Rejected, "row")} would be rejected. Nothing was written.");

        return screen.Result(
            new JsonObject { ["checked"] = ImportJson.Of(report) }, report.Rejected == 0 ? ExitCode.Done : ExitCode.Difference);
    }
}
