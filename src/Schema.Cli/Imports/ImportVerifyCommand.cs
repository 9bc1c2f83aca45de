using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class ImportVerifyCommand : SchemaCommand
{
    static readonly string[] Heading = ["step", "table", "read", "missing", "different"];

    public ImportVerifyCommand()
        : base("verify", "Prove again that source and target agree") =>
        this.TakeImport(ImportOptions.Triggers);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var known = KnownImport.Resolve(invocation.Value(ImportCommands.Name)!);
        var options = invocation.Options with { Imports = ImportOptions.For(invocation, known.Import) };
        SourceAddress.RefuseNowhere(LegacySystem.Of(known.Import, invocation.Settings));
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        known.RefuseUnapplied(database, await MigrationHistory.Applied(connection, cancellationToken));
        var report = await new ImportLook(known.Import, options).Verify(connection, cancellationToken);

        Print(invocation.Screen, report);
        return invocation.Screen.Result(
            new JsonObject { ["verified"] = ImportJson.Of(report) }, report.Agrees ? ExitCode.Done : ExitCode.Difference);
    }

    static void Print(Screen screen, VerifyReport report)
    {
        foreach (var line in Table.Lines(Heading, report.Steps.Select(step =>
            (string[])[step.Name, step.Table, $"{step.Read:N0}", $"{step.Missing:N0}", $"{step.Different:N0}"])))
            screen.Say(line);
        foreach (var line in report.Steps.SelectMany(step => step.Lines))
            screen.Say($"  {line}");

        if (report.Agrees)
            screen.Done($"{report.Import}: source and target agree.");
        else
            screen.Wrong($"{report.Import}: source and target differ.");
    }
}
