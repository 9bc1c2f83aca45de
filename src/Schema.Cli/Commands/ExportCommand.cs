using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Cli;

sealed class ExportCommand : SchemaCommand
{
    static readonly Argument<string> Folder = new("DIR") { Description = "A new or empty folder" };

    public ExportCommand()
        : base("export", "Write all rows of a database into a folder: a CSV file for each table, and a manifest")
    {
        Arguments.Add(TransferWords.From);
        Arguments.Add(Folder);
        foreach (var option in new Option[] { TransferWords.Tables, TransferWords.Exclude, TransferWords.Include, TransferWords.Journal })
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var options = TransferWords.Options(invocation);
        var folder = invocation.Value(Folder)!;
        var journal = new JournalFile(invocation.Value(TransferWords.Journal), options.Identity);
        var report = await journal.Keep(
            Name, () => DatabaseExport.Run(invocation.Value(TransferWords.From)!, folder, options, cancellationToken), cancellationToken);

        Say(invocation.Screen, report, folder);
        return invocation.Screen.Result(Json(report, folder));
    }

    static void Say(Screen screen, ExportReport report, string folder)
    {
        var lines = Table.Lines(
            ["table", "rows", "size", "time", "file"],
            report.Tables.Select(table => (string[])
                [table.Table, $"{table.Rows:N0}", TransferMeter.Size(table.Bytes), ProgressLine.Duration(table.Took), table.File]));
        foreach (var line in report.Notes.Concat(lines))
            screen.Say(line);

        screen.Done(
            $"{report.Tables.Sum(table => table.Rows):N0} rows of {report.Source} are in {folder}, as they were at {report.Snapshot:yyyy-MM-dd HH:mm:ss}Z.");
    }

    static JsonObject Json(ExportReport report, string folder) => new()
    {
        ["source"] = report.Source,
        ["folder"] = folder,
        ["snapshot"] = $"{report.Snapshot:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
        ["notes"] = Output.Array(report.Notes),
        ["tables"] = Output.Array(report.Tables.Select(table => new JsonObject
        {
            ["table"] = table.Table,
            ["file"] = table.File,
            ["rows"] = table.Rows,
            ["bytes"] = table.Bytes,
            ["seconds"] = Math.Round(table.Took.TotalSeconds, 3),
            ["sha256"] = table.Sha256,
        })),
    };
}
