using System.Text.Json.Nodes;

namespace Schema.Import;

/// <summary>What the ledger keeps of an import: counts, digests and the source without secrets; of rejects key and reason only.</summary>
static class ImportDetail
{
    public static string Of(ImportReport report) => new JsonObject
    {
        ["source"] = report.Source,
        ["fingerprint"] = report.Fingerprint,
        ["read"] = report.Read,
        ["written"] = report.Written,
        ["kept"] = report.Kept,
        ["merged"] = report.Merged,
        ["rejected"] = report.Rejected,
        ["steps"] = new JsonArray([.. report.Steps.Select(Step)]),
        ["conflicts"] = new JsonArray([.. report.Conflicts.Select(conflict => new JsonObject { ["name"] = conflict.Name, ["row"] = conflict.Row })]),
    }.ToJsonString();

    public static string Of(UndoReport report) => new JsonObject
    {
        ["deleted"] = report.Deleted,
        ["tables"] = new JsonArray([.. report.Tables.Select(table => new JsonObject
        {
            ["table"] = table.Table,
            ["deleted"] = table.Deleted,
            ["edited"] = table.Edited,
        })]),
        ["lost"] = new JsonArray([.. report.Lost.Select(row => (JsonNode)row)]),
    }.ToJsonString();

    static JsonObject Step(StepReport step) => new()
    {
        ["name"] = step.Name,
        ["table"] = step.Table,
        ["read"] = step.Read,
        ["written"] = step.Written,
        ["kept"] = step.Kept,
        ["merged"] = step.Merged,
        ["rejected"] = step.Rejected,
        ["proof"] = step.Proof.ToString(),
        ["digest"] = step.Digest,
        ["rejects"] = new JsonArray([.. step.Rejects.Select(reject => new JsonObject { ["key"] = reject.Key, ["reason"] = reject.Reason })]),
    };
}
