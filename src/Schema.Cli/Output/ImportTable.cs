using System.Globalization;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What imports did, a line for each step; in each the last four counts add up to the first.</summary>
static class ImportTable
{
    static readonly string[] Heading = ["system", "step", "read", "written", "kept", "merged", "rejected", "proof", "seconds"];

    static readonly int[] Numbers = [2, 3, 4, 5, 6, 8];

    public static IEnumerable<string> Lines(IReadOnlyList<ImportReport> reports)
    {
        string[][] all = [[.. Heading], .. reports.SelectMany(report => report.Steps.Where(Counts).Select(step => Line(report, step)))];
        foreach (var column in Numbers)
        {
            var width = all.Max(line => line[column].Length);
            foreach (var line in all)
                line[column] = line[column].PadLeft(width);
        }

        return Table.Lines(all[0], all[1..]);
    }

    public static JsonArray Json(IReadOnlyList<ImportReport> reports) =>
        Output.Array(reports.SelectMany(report => report.Steps.Where(Counts).Select(step => Json(report, step))));

    /// <summary>A statement between two steps has nothing to count.</summary>
    static bool Counts(StepReport step) => step.Proof != ProofKind.None || step.Read > 0;

    static string[] Line(ImportReport report, StepReport step) =>
    [
        report.Import,
        step.Name,
        Number(step.Read),
        Number(step.Written),
        Number(step.Kept),
        Number(step.Merged),
        Number(step.Rejected),
        step.Proof.ToString().ToLowerInvariant(),
        step.Duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
    ];

    static JsonObject Json(ImportReport report, StepReport step) => new()
    {
        ["system"] = report.Import,
        ["step"] = step.Name,
        ["read"] = step.Read,
        ["written"] = step.Written,
        ["kept"] = step.Kept,
        ["merged"] = step.Merged,
        ["rejected"] = step.Rejected,
        ["proof"] = step.Proof.ToString().ToLowerInvariant(),
        ["seconds"] = Math.Round(step.Duration.TotalSeconds, 3),
    };

    static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
