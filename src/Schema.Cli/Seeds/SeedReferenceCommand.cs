using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Seeding;

namespace Schema.Cli;

sealed class SeedReferenceCommand : SchemaCommand
{
    static readonly Option<bool> Reset = new("--reset") { Description = "Put delivered rows back that somebody changed" };

    static readonly string[] Heading = ["table", "added", "unchanged", "put back", "left", "not ours"];

    public SeedReferenceCommand()
        : base("reference", "Permissions, roles, grade systems, curriculums, classes and subjects, as they are delivered") =>
        Options.Add(Reset);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        var run = new SeedRun(
            "seed reference", ReferenceSeed.Needed, connection => SeedGuard.RefuseUnlessMeant(invocation, connection, "seed reference", cancellationToken));
        var report = await run.Run(invocation, database, connection => new ReferenceSeed(connection, invocation.Value(Reset)).Run(cancellationToken), cancellationToken);
        Print(invocation.Screen, database, report);

        return invocation.Screen.Result(Json(database, report));
    }

    static void Print(Screen screen, TargetDatabase database, ReferenceReport report)
    {
        foreach (var line in Table.Lines(Heading, report.Tables.Select(Row)))
            screen.Say(line);
        foreach (var remark in report.Remarks)
            screen.Say(remark);
        if (report.NotThereYet.Count > 0)
            screen.Say($"Not there yet: {string.Join(", ", report.NotThereYet)}; run this again when a migration has made them.");

        screen.Done(report.Written == 0
            ? $"{database.Address}: the reference data is there already; nothing to do."
            : $"{database.Address}: {report.Summary}.");
    }

    static string[] Row(ReferenceTableReport table) =>
        [table.Table, .. new[] { table.Added, table.Unchanged, table.Restored, table.Left, table.Own }.Select(count => count.ToString("N0", CultureInfo.InvariantCulture))];

    static JsonObject Json(TargetDatabase database, ReferenceReport report) => new()
    {
        ["database"] = database.Address.ToString(),
        ["tables"] = Output.Array(report.Tables.Select(table => new JsonObject
        {
            ["table"] = table.Table,
            ["added"] = table.Added,
            ["unchanged"] = table.Unchanged,
            ["restored"] = table.Restored,
            ["left"] = table.Left,
            ["own"] = table.Own,
        })),
        ["notThereYet"] = Output.Array(report.NotThereYet),
        ["remarks"] = Output.Array(report.Remarks),
    };
}
