using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Cli;

class CompareCommand : SchemaCommand
{
    static readonly Argument<string?> From = Optional(TransferWords.From);

    static readonly Argument<string?> To = Optional(TransferWords.To);

    static readonly Option<bool> Shapes = new("--schema") { Description = "Compare tables, columns and types only, not rows" };

    readonly Option<string?> counts;
    readonly bool shapesAlone;

    public CompareCommand()
        : this("compare", "Whether the target holds exactly what the source's rows become", "--counts", shapesAlone: false) =>
        Options.Add(Shapes);

    protected CompareCommand(string name, string description, string countsName, bool shapesAlone)
        : base(name, description)
    {
        this.shapesAlone = shapesAlone;
        counts = new(countsName) { Description = "Instead of two databases: how many rows an import's source has, and how many of its rows are here", HelpName = "IMPORT" };
        Arguments.Add(From);
        Arguments.Add(To);
        foreach (var option in TransferWords.All.Append(counts))
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var (from, to) = (invocation.Value(From), invocation.Value(To));
        if (invocation.Value(counts) is { } import)
            return from is null
                ? await ImportCountsTable.Run(invocation, KnownImport.Resolve(import), cancellationToken)
                : throw new SchemaException(ExitCode.Usage, $"{counts.Name} counts the import {import}, whose databases are settings; {from} is one too many.", $"schema {Name} {counts.Name} {import}");

        if (from is null || to is null)
            throw new SchemaException(ExitCode.Usage, $"schema {Name} needs {(from is null ? "SRC and " : "")}DST.", $"Usage: schema {Name} SRC DST [options], or schema {Name} {counts.Name} IMPORT");

        var shapesOnly = shapesAlone || invocation.Value(Shapes);
        var report = await DatabaseComparison.Run(from, to, TransferWords.Options(invocation), shapesOnly, cancellationToken);
        Print(invocation.Screen, report, shapesOnly);
        var exit = report.AreEqual ? ExitCode.Done : ExitCode.Difference;

        return invocation.Screen.Result(Json(report), exit);
    }

    static void Print(Screen screen, ComparisonReport report, bool shapesOnly)
    {
        foreach (var line in shapesOnly ? report.Plan.Lines() : report.Plan.Notes)
            screen.Say(line);
        foreach (var table in report.Tables)
            Say(screen, table);
        foreach (var problem in report.Plan.Problems)
            screen.Wrong(problem);

        if (report.AreEqual)
            screen.Done(shapesOnly ? "The two databases fit together." : "Both sides hold the same.");
    }

    static Argument<string?> Optional(Argument<string> word) => new(word.Name) { Description = word.Description, Arity = ArgumentArity.ZeroOrOne };

    static void Say(Screen screen, TableComparison table)
    {
        if (table.AreEqual)
        {
            screen.Say($"{table.Table}: {table.SourceRows:N0} rows, digest {table.SourceDigest}");
            return;
        }

        screen.Wrong($"{table.Table}: {table.SourceRows:N0} rows in the source, {table.TargetRows:N0} in the target");
        foreach (var column in table.Columns.Where(column => !column.IsEqual))
            screen.Say($"  {column.Column}: digest {column.SourceDigest} in the source, {column.TargetDigest} in the target");
        foreach (var difference in table.Differences)
            screen.Say($"  {difference}");
    }

    static JsonObject Json(ComparisonReport report) => new()
    {
        ["source"] = report.Plan.Source,
        ["equal"] = report.AreEqual,
        ["plan"] = Output.Array(report.Plan.Lines()),
        ["problems"] = Output.Array(report.Plan.Problems),
        ["tables"] = Output.Array(report.Tables.Select(table => new JsonObject
        {
            ["table"] = table.Table,
            ["equal"] = table.AreEqual,
            ["sourceRows"] = table.SourceRows,
            ["targetRows"] = table.TargetRows,
            ["sourceDigest"] = table.SourceDigest,
            ["targetDigest"] = table.TargetDigest,
            ["columns"] = Output.Array(table.Columns.Select(column => new JsonObject
            {
                ["column"] = column.Column,
                ["equal"] = column.IsEqual,
                ["sourceDigest"] = column.SourceDigest,
                ["targetDigest"] = column.TargetDigest,
            })),
            ["differences"] = Output.Array(table.Differences),
        })),
    };
}
