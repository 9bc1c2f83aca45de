using System.Globalization;

namespace Schema.Import;

/// <summary>The sentence for rows that nobody allowed to be left out.</summary>
static class RejectWords
{
    const int Listed = 3;

    public static ImportRefusedException OverBudget(DataImport import, ImportReport report, ImportContext context)
    {
        var step = report.Steps.Last(reported => reported.Rejected > 0);
        var before = report.Rejected > step.Rejected ? $", with the steps before {Number(report.Rejected)}" : "";
        var lines = step.Rejects.Take(Listed).Select(reject => reject.ToString()).ToList();
        if (step.Rejected > lines.Count)
            lines.Add($"and {Number(step.Rejected - lines.Count)} more");

        lines[^1] += $"            (rejects: {step.RejectsFile})";
        var rows = report.Rejected == 1 ? "Correct the row, or allow it" : "Correct the rows, or allow them";

        return new ImportRefusedException(
            $"{import.Title}, step {step.Name}: {Counts(step)}{before}; {context.MaxRejects}.\n  {string.Join("\n  ", lines)}",
            $"Nothing was changed. {rows}: {context.Command ?? $"schema import run {import.Name}"} --max-rejects {report.Rejected.ToString(CultureInfo.InvariantCulture)}",
            report);
    }

    static string Counts(StepReport step) =>
        $"read {Number(step.Read)}, wrote {Number(step.Written)}"
        + (step.Kept > 0 ? $", kept {Number(step.Kept)}" : "")
        + (step.Merged > 0 ? $", merged {Number(step.Merged)}" : "")
        + $", rejected {Number(step.Rejected)}";

    static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
