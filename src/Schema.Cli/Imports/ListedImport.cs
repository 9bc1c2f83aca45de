using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>An import, where its system lives, and what the ledger says of it.</summary>
sealed record ListedImport(KnownImport Known, bool IsApplied, LegacySystem System, ImportState? State)
{
    public string[] Row() =>
    [
        Known.Name,
        Known.Migration is null ? "none yet" : $"{MigrationName.Short(Known.Migration)}{(IsApplied ? "" : " (pending)")}",
        SourceAddress.Of(System),
        SourceAddress.Origin(System),
        State is null ? "never ran" : $"{State.Event} {State.At:yyyy-MM-dd HH:mm:ss}",
    ];

    /// <summary>What the last run left for a person to look at.</summary>
    public IEnumerable<string> Findings()
    {
        foreach (var step in Objects("steps"))
        {
            foreach (var reject in step["rejects"]!.AsArray())
                yield return $"rejected in {step["name"]}: {reject!["key"]} {reject["reason"]}";
        }

        foreach (var conflict in Objects("conflicts").GroupBy(conflict => (string)conflict["name"]!))
        {
            yield return $"{conflict.Key}:";
            foreach (var one in conflict)
                yield return $"  {one["row"]}";
        }
    }

    public JsonObject Json() => new()
    {
        ["import"] = Known.Name,
        ["migration"] = Known.Migration,
        ["applied"] = IsApplied,
        ["address"] = SourceAddress.Of(System),
        ["origin"] = SourceAddress.Origin(System),
        ["state"] = State?.Event,
        ["at"] = State is null ? null : $"{State.At:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}",
        ["options"] = Output.Array(ImportPlan.Of(Known.Import).Options.Select(option => new JsonObject
        {
            ["name"] = option.Name,
            ["description"] = option.Description,
            ["default"] = option.Default,
        })),
    };

    IEnumerable<JsonObject> Objects(string member) => State?.Detail[member]?.AsArray().Select(node => node!.AsObject()) ?? [];
}
