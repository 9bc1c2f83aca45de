using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class HistoryCommand() : SchemaCommand("history", "What ran, when, by whom, how long and with what outcome")
{
    static readonly string[] Heading = ["when (UTC)", "what", "outcome", "took", "who", "with"];

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        // What people noted is no run: audit shows it.
        var records = (await RunRecord.All(connection, cancellationToken)).Where(record => record.Subject != AuditNoteCommand.Subject).ToList();
        var applied = await MigrationHistory.Applied(connection, cancellationToken);
        var unrecorded = applied.Except(records.Select(record => record.Subject)).ToList();

        if (records.Count + unrecorded.Count == 0)
            invocation.Screen.Say("Nothing has run on this database.");
        else
            Print(invocation.Screen, records, unrecorded);

        return invocation.Screen.Result(new JsonObject
        {
            ["runs"] = Output.Array(records.Select(Json)),
            ["unrecorded"] = Output.Array(unrecorded),
        });
    }

    static void Print(Screen screen, List<RunRecord> records, List<string> unrecorded)
    {
        foreach (var line in Table.Lines(Heading, records.Select(Row)))
            screen.Say(line);
        foreach (var record in records.Where(record => record.Message is not null))
            screen.Say($"  {record.Began:yyyy-MM-dd HH:mm:ss} {MigrationName.Short(record.Subject)}: {record.Message}");
        if (unrecorded.Count > 0)
            screen.Say($"In the history without a line in the ledger: {MigrationName.List(unrecorded)}");
    }

    static string[] Row(RunRecord record) =>
    [
        $"{record.Began:yyyy-MM-dd HH:mm:ss}",
        $"{MigrationName.Short(record.Subject)}{(record.Direction.Length > 0 ? $" {record.Direction}" : "")}",
        record.Outcome,
        record.Took is { } took ? ProgressLine.Duration(took) : "",
        $"{record.Person}@{record.Host}",
        record.Tool,
    ];

    static JsonObject Json(RunRecord record) => new()
    {
        ["run"] = record.Run.ToString(),
        ["subject"] = record.Subject,
        ["direction"] = record.Direction,
        ["outcome"] = record.Outcome,
        ["began"] = $"{record.Began:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
        ["seconds"] = record.Took?.TotalSeconds,
        ["person"] = record.Person,
        ["host"] = record.Host,
        ["tool"] = record.Tool,
        ["message"] = record.Message,
    };
}
