using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Counts an import's source and what it wrote, for <c>compare --counts</c>.</summary>
static class ImportCountsTable
{
    static readonly string[] SourceHeading = ["step", "in the source", "when imported"];
    static readonly string[] TargetHeading = ["table", "written", "there now"];

    public static async Task<ExitCode> Run(Invocation invocation, KnownImport known, CancellationToken cancellationToken)
    {
        SourceAddress.RefuseNowhere(LegacySystem.Of(known.Import, invocation.Settings));
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var report = await new ImportLook(known.Import, invocation.Options).Counts(connection, cancellationToken);

        Print(invocation.Screen, report);
        return invocation.Screen.Result(new JsonObject { ["counts"] = Json(report) }, report.Agrees ? ExitCode.Done : ExitCode.Difference);
    }

    static void Print(Screen screen, CountsReport report)
    {
        foreach (var line in Table.Lines(SourceHeading, report.Sources.Select(count => (string[])[count.Step, $"{count.Now:N0}", count.Imported is { } then ? $"{then:N0}" : "never"])))
            screen.Say(line);
        if (report.Targets.Count > 0)
            foreach (var line in Table.Lines(TargetHeading, report.Targets.Select(count => (string[])[count.Table, $"{count.Written:N0}", $"{count.Now:N0}"])))
                screen.Say(line);

        if (report.Agrees)
            screen.Done($"{report.Import}: the source has the rows that were imported, and all that were written are here.");
        else
            screen.Wrong($"{report.Import}: the counts differ.");
    }

    static JsonObject Json(CountsReport report) => new()
    {
        ["import"] = report.Import,
        ["source"] = report.Source,
        ["agrees"] = report.Agrees,
        ["sources"] = Output.Array(report.Sources.Select(count => new JsonObject { ["step"] = count.Step, ["now"] = count.Now, ["imported"] = count.Imported })),
        ["targets"] = Output.Array(report.Targets.Select(count => new JsonObject { ["table"] = count.Table, ["written"] = count.Written, ["now"] = count.Now })),
    };
}
