using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Cli;

class CopyCommand : SchemaCommand
{
    static readonly Option<bool> Replace = new("--replace") { Description = "Delete what the chosen tables of the target hold; asks first" };

    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print how each column would be carried over; write nothing" };

    static readonly Option<string> Verify = new("--verify")
    {
        Description = "How the rows are proven before commit: digests (every value) or counts",
        HelpName = "digests|counts",
        DefaultValueFactory = _ => "digests",
    };

    static readonly Option<string?> MaxRejects = new("--max-rejects") { Description = "How many rows may be left out (default: 0)", HelpName = "N|P%" };

    readonly Argument<string> from;

    public CopyCommand()
        : this("copy", "Bring all rows of a MySQL, MariaDB or PostgreSQL database into a PostgreSQL one whose schema exists", TransferWords.From)
    {
    }

    protected CopyCommand(string name, string description, Argument<string> from)
        : base(name, description)
    {
        this.from = from;
        Verify.AcceptOnlyFromAmong("digests", "counts");
        Arguments.Add(from);
        Arguments.Add(TransferWords.To);
        foreach (var option in TransferWords.All)
            Options.Add(option);
        foreach (var option in new Option[] { Replace, DryRun, Verify, MaxRejects, TransferWords.Journal })
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var screen = invocation.Screen;
        var dryRun = invocation.Value(DryRun);
        var options = TransferWords.Options(invocation) with
        {
            Command = Name,
            Replace = invocation.Value(Replace),
            DryRun = dryRun,
            Verify = invocation.Value(Verify) == "counts" ? Verification.Counts : Verification.Digests,
            MaxRejects = invocation.Value(MaxRejects) is { } budget ? RejectBudget.Parse(budget) : RejectBudget.None,
            Confirm = question => screen.Confirm(question, invocation.Yes),
            Planned = plan => Say(screen, dryRun ? plan.Lines() : plan.Notes),
        };
        var (source, to) = (Source(invocation.Value(from)!), invocation.Value(TransferWords.To)!);
        var journal = new JournalFile(dryRun ? null : invocation.Value(TransferWords.Journal), options.Identity);
        var report = await journal.Keep(Name, () => DatabaseCopy.Run(source, to, options, cancellationToken), cancellationToken);
        if (dryRun)
            screen.Done("Nothing was written.");
        else
            Say(screen, report);

        return screen.Result(Json(report, dryRun));
    }

    /// <summary>What the first word names.</summary>
    protected virtual string Source(string word) => word;

    static void Say(Screen screen, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            screen.Say(line);
    }

    static void Say(Screen screen, TransferReport report)
    {
        Say(screen, Table.Lines(
            ["table", "rows", "kept", "rejected", "size", "time", "proof"],
            report.Tables.Select(table => (string[])
            [
                table.Table, $"{table.Written:N0}", $"{table.Kept:N0}", $"{table.Rejected:N0}",
                TransferMeter.Size(table.Bytes), ProgressLine.Duration(table.Took), table.Proof,
            ])));
        foreach (var table in report.Tables)
        {
            Say(screen, table.Changes.Select(change => $"{table.Table}.{change}"));
            if (table.RejectsFile is { } file)
                screen.Wrong($"{table.Table}: {table.Rejected:N0} rows are left out; they are in {file}");
        }

        screen.Done($"{report.Written:N0} rows of {report.Plan.Source} arrived in {ProgressLine.Duration(report.Took)}, as they were at {report.Plan.Snapshot:yyyy-MM-dd HH:mm:ss}Z.");
    }

    static JsonObject Json(TransferReport report, bool dryRun) => new()
    {
        ["source"] = report.Plan.Source,
        ["snapshot"] = $"{report.Plan.Snapshot:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
        ["dryRun"] = dryRun,
        ["plan"] = Output.Array(report.Plan.Lines()),
        ["tables"] = Output.Array(report.Tables.Select(Json)),
    };

    public static JsonObject Json(TableReport table) => new()
    {
        ["table"] = table.Table,
        ["read"] = table.Read,
        ["written"] = table.Written,
        ["kept"] = table.Kept,
        ["rejected"] = table.Rejected,
        ["bytes"] = table.Bytes,
        ["seconds"] = Math.Round(table.Took.TotalSeconds, 3),
        ["proof"] = table.Proof,
        ["changes"] = Output.Array(table.Changes),
        ["rejects"] = table.RejectsFile,
    };
}
