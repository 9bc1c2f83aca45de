using System.Globalization;
using Schema.Import;

namespace Schema.Cli;

/// <summary>What imports did, as a table: one line for each system, and below it one for each step.</summary>
static class ImportTable
{
    static readonly string[] Heading = ["system", "read", "written", "kept", "merged", "rejected", "proof", "seconds"];

    /// <param name="list">The command that lists conflicts; none, where they are listed right below.</param>
    public static void Print(Screen screen, IReadOnlyCollection<ImportReport> reports, string? list)
    {
        if (reports.Count == 0)
            return;

        foreach (var line in Table.Lines(Heading, Aligned([.. reports.SelectMany(Rows)])))
            screen.Say(line);
        foreach (var report in reports)
            Mention(screen, report, list);
    }

    /// <summary>Rejects and conflicts one by one, as far as the report has them.</summary>
    public static void PrintFindings(Screen screen, ImportReport report)
    {
        foreach (var step in report.Steps.Where(step => step.Rejected > 0))
        {
            screen.Say($"rejected in {step.Name}{(step.RejectsFile is null ? "" : $" (all of them: {step.RejectsFile})")}:");
            foreach (var reject in step.Rejects)
                screen.Say($"  {reject}{(reject.Position is null ? "" : $" ({reject.Position})")}");
        }

        foreach (var conflict in report.Conflicts.GroupBy(conflict => conflict.Name))
        {
            screen.Say($"{conflict.Key}:");
            foreach (var one in conflict)
                screen.Say($"  {one.Row}");
        }
    }

    static void Mention(Screen screen, ImportReport report, string? list)
    {
        if (report.Rejected > 0)
            screen.Say($"{report.Import}: {SuccessRate.Of(report)}, {report.Rejected:N0} rejected");
        if (list is null)
            return;

        foreach (var file in report.Steps.Select(step => step.RejectsFile).OfType<string>())
            screen.Say($"{report.Import}: rejected rows are in {file}");
        if (report.Conflicts.Count > 0)
            screen.Say($"{report.Import}: {Counted.Of(report.Conflicts.Count, "conflict")}, listed by: {list} {report.Import}");
    }

    static IEnumerable<string[]> Rows(ImportReport report)
    {
        var proofs = report.Steps.Select(step => step.Proof).Where(proof => proof != ProofKind.None).Distinct().Order();
        var seconds = report.Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Duration);
        yield return Row(report.Import, [report.Read, report.Written, report.Kept, report.Merged, report.Rejected], Proof([.. proofs]), seconds);
        if (report.Steps.Count == 1)
            yield break;

        // A step that only prepares others has nothing to count.
        foreach (var step in report.Steps.Where(step => step is not { Table: null, Read: 0 }))
            yield return Row($"  {step.Name}", [step.Read, step.Written, step.Kept, step.Merged, step.Rejected], Proof([step.Proof]), step.Duration);
    }

    static string[] Row(string name, long[] counts, string proof, TimeSpan time) =>
        [name, .. counts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)), proof, time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture)];

    static string Proof(ProofKind[] kinds) =>
        string.Join(", ", kinds.Where(kind => kind != ProofKind.None).Select(kind => kind.ToString().ToLowerInvariant()));

    /// <summary>Numbers stand on the right of their column.</summary>
    static IEnumerable<string[]> Aligned(IReadOnlyList<string[]> rows)
    {
        var widths = Heading.Select((name, column) => rows.Select(row => row[column].Length).Append(name.Length).Max()).ToArray();
        return rows.Select(row => row.Select((text, column) => column is 0 or 6 ? text : text.PadLeft(widths[column])).ToArray());
    }
}
