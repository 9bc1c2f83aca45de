using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What imports did, as data.</summary>
static class ImportJson
{
    public static JsonArray Of(IEnumerable<ImportReport> reports) => Output.Array(reports.Select(Of));

    public static JsonObject Of(ImportReport report) => new()
    {
        ["import"] = report.Import,
        ["source"] = report.Source,
        ["read"] = report.Read,
        ["written"] = report.Written,
        ["kept"] = report.Kept,
        ["merged"] = report.Merged,
        ["rejected"] = report.Rejected,
        ["steps"] = Output.Array(report.Steps.Select(Step)),
        ["conflicts"] = Output.Array(report.Conflicts.Select(conflict => new JsonObject { ["name"] = conflict.Name, ["row"] = conflict.Row })),
    };

    public static JsonArray Of(IEnumerable<UndoReport> reports) => Output.Array(reports.Select(report => new JsonObject
    {
        ["import"] = report.Import,
        ["tables"] = Output.Array(report.Tables.Select(table => new JsonObject
        {
            ["table"] = table.Table,
            ["deleted"] = table.Deleted,
            ["edited"] = table.Edited,
        })),
        ["lost"] = Output.Array(report.Lost),
    }));

    public static JsonObject Of(VerifyReport report) => new()
    {
        ["import"] = report.Import,
        ["agrees"] = report.Agrees,
        ["steps"] = Output.Array(report.Steps.Select(step => new JsonObject
        {
            ["name"] = step.Name,
            ["table"] = step.Table,
            ["read"] = step.Read,
            ["missing"] = step.Missing,
            ["different"] = step.Different,
            ["lines"] = Output.Array(step.Lines),
        })),
    };

    static JsonObject Step(StepReport step) => new()
    {
        ["name"] = step.Name,
        ["table"] = step.Table,
        ["read"] = step.Read,
        ["written"] = step.Written,
        ["kept"] = step.Kept,
        ["merged"] = step.Merged,
        ["rejected"] = step.Rejected,
        ["proof"] = step.Proof.ToString().ToLowerInvariant(),
        ["digest"] = step.Digest,
        ["seconds"] = Math.Round(step.Duration.TotalSeconds, 3),
        ["rejectsFile"] = step.RejectsFile,
        ["rejects"] = Output.Array(step.Rejects.Select(reject => new JsonObject
        {
            ["key"] = reject.Key,
            ["reason"] = reject.Reason,
            ["position"] = reject.Position,
        })),
    };
}
