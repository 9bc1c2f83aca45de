using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

sealed class AuditNoteCommand : SchemaCommand
{
    /// <summary>The subject of a line that a person wrote.</summary>
    public const string Subject = "note";

    static readonly string[] Known = ["started", "in_progress", "completed", "rolled_back", "failed", "note"];

    static readonly Argument<string> Status = new("STATUS") { Description = string.Join(", ", Known) };

    static readonly Argument<string> Message = new("MESSAGE") { Description = "What shall be remembered" };

    public AuditNoteCommand()
        : base("note", "Add a line of one's own to the ledger")
    {
        Arguments.Add(Status);
        Arguments.Add(Message);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (status, message) = (invocation.Value(Status)!, invocation.Value(Message)!);
        if (!Known.Contains(status))
            throw new SchemaException(ExitCode.Usage, $"'{status}' is no status.", $"Known: {string.Join(", ", Known)}");

        var database = await invocation.Database(cancellationToken);
        await using var session = await WritingSession.Begin(invocation, database, cancellationToken);
        await Ledger.Append(session.Connection, status, Subject, Detail.Message(message), cancellationToken);

        invocation.Screen.Done($"{database.Address}: noted.");
        return invocation.Screen.Result(new JsonObject { ["status"] = status, ["message"] = message });
    }
}
