using System.CommandLine;
using System.Text.Json.Nodes;
using Npgsql;
using Schema.Import;

namespace Schema.Cli;

sealed class ImportListCommand : SchemaCommand
{
    static readonly string[] Heading = ["import", "migration", "lives in", "said by", "state"];

    static readonly Argument<string?> One = new("NAME")
    {
        Description = "Only this import, with the rejects and conflicts of its last run",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ImportListCommand()
        : base("list", "The imports, where their data lives, and whether they ran") =>
        Arguments.Add(One);

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var wanted = invocation.Value(One) is { } name ? [KnownImport.Resolve(name)] : KnownImport.All;
        var database = await invocation.Database(cancellationToken);
        await using var connection = await database.Open(cancellationToken);
        var applied = await MigrationHistory.Applied(connection, cancellationToken);
        var lines = new List<ListedImport>();
        foreach (var known in wanted)
            lines.Add(await Look(known, applied, invocation.Settings, connection, cancellationToken));

        Print(invocation.Screen, lines, withFindings: invocation.Value(One) is not null);
        return invocation.Screen.Result(new JsonObject { ["imports"] = Output.Array(lines.Select(line => line.Json())) });
    }

    static string Value(ImportOption option) => option.IsFlag ? "" : $" {(option.Default.Length > 0 ? option.Default : "VALUE")}";

    static async Task<ListedImport> Look(
        KnownImport known, IReadOnlyList<string> applied, Settings settings, NpgsqlConnection connection, CancellationToken cancellationToken) => new(
        known,
        known.Migration is { } migration && applied.Contains(migration),
        LegacySystem.Of(known.Import, settings),
        await ImportState.Of(connection, known.Name, cancellationToken));

    static void Print(Screen screen, List<ListedImport> lines, bool withFindings)
    {
        foreach (var line in Table.Lines(Heading, lines.Select(line => line.Row())))
            screen.Say(line);
        foreach (var line in lines)
        {
            foreach (var option in ImportPlan.Of(line.Known.Import).Options)
                screen.Say($"{line.Known.Name}: --{option.Name}{Value(option)}: {option.Description}");
        }

        foreach (var finding in lines.SelectMany(line => withFindings ? line.Findings() : []))
            screen.Say(finding);
    }
}
