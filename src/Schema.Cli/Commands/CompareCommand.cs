using System.CommandLine;
using System.Text.Json.Nodes;
using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Cli;

class CompareCommand : SchemaCommand
{
    static readonly Option<bool> Shapes = new("--schema") { Description = "Compare tables, columns and types only, not rows" };

    readonly bool shapesAlone;

    public CompareCommand()
        : this("compare", "Whether the target holds exactly what the source's rows become", shapesAlone: false) =>
        Options.Add(Shapes);

    protected CompareCommand(string name, string description, bool shapesAlone)
        : base(name, description)
    {
        this.shapesAlone = shapesAlone;
        Arguments.Add(TransferWords.From);
        Arguments.Add(TransferWords.To);
        foreach (var option in TransferWords.All)
            Options.Add(option);
    }

    public override async Task<ExitCode> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        var shapesOnly = shapesAlone || invocation.Value(Shapes);
        var report = await DatabaseComparison.Run(
            invocation.Value(TransferWords.From)!, invocation.Value(TransferWords.To)!, TransferWords.Options(invocation), shapesOnly, cancellationToken);

        var screen = invocation.Screen;
        foreach (var line in shapesOnly ? report.Plan.Lines() : report.Plan.Notes)
            screen.Say(line);
        foreach (var table in report.Tables)
            Say(screen, table);
        foreach (var problem in report.Plan.Problems)
            screen.Wrong(problem);

        if (report.AreEqual)
            screen.Done(shapesOnly ? "The two databases fit together." : "Both sides hold the same.");

        var exit = report.AreEqual ? ExitCode.Done : ExitCode.Difference;
        screen.Result(Json(report), exit);
        return exit;
    }

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
