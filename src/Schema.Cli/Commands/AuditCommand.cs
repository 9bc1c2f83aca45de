using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class AuditCommand : SchemaCommand
{
    static readonly string[] Heading = ["line", "when (UTC)", "event", "subject", "who", "with", "message"];

    static readonly Option<int> Last = NumberOption.Count("--last", "The newest N lines", 50);

    public AuditCommand()
        : base("audit", "The ledger's lines, as they stand there")
    {
        Options.Add(Last);
        Subcommands.Add(new AuditVerifyCommand());
        Subcommands.Add(new AuditNoteCommand());
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        IReadOnlyList<LedgerLine> lines = await Ledger.Exists(connection, cancellationToken)
            ? await LedgerLine.Last(connection, invocation.Value(Last), cancellationToken)
            : [];

        if (lines.Count == 0)
            invocation.Screen.Say($"{database.Address} has no ledger line.");
        else
            foreach (var line in Table.Lines(Heading, lines.Select(Row)))
                invocation.Screen.Say(line);

        return invocation.Screen.Result(new JsonObject { ["lines"] = Output.Array(lines.Select(Json)) });
    }

    static string[] Row(LedgerLine line) =>
    [
        $"{line.Id}",
        $"{line.At:yyyy-MM-dd HH:mm:ss}",
        line.Event,
        MigrationName.Short(line.Subject),
        $"{line.Person}@{line.Host}",
        line.Tool,
        line.Message?.ReplaceLineEndings(" ") ?? "",
    ];

    static JsonObject Json(LedgerLine line) => new()
    {
        ["line"] = line.Id,
        ["at"] = $"{line.At:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
        ["event"] = line.Event,
        ["subject"] = line.Subject,
        ["person"] = line.Person,
        ["host"] = line.Host,
        ["tool"] = line.Tool,
        ["message"] = line.Message,
    };
}
