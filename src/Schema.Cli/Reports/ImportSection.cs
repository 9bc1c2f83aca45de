using Schema.Import;

namespace Schema.Cli;

/// <summary>What one import did, as a section of the page.</summary>
static class ImportSection
{
    const int MostReasons = 50;
    const int MostConflicts = 1000;

    public static IEnumerable<string> Lines(ImportReport report)
    {
        var seconds = report.Steps.Sum(step => step.Duration.TotalSeconds);
        yield return $"<section><h2>{Html.Text(report.Import)}</h2>";
        yield return $"<p>From {Html.Text(report.Source.Length > 0 ? report.Source : "rows in code")}. <strong>{SuccessRate.Of(report)}</strong>: "
            + $"{Html.Number(report.Written)} written, {Html.Number(report.Kept)} kept, {Html.Number(report.Merged)} merged, {Html.Number(report.Rejected)} rejected, "
            + $"in {Html.Number(seconds)} s ({Html.Number(seconds > 0 ? (long)(report.Read / seconds) : 0)} rows/s).</p>";
        foreach (var line in Steps(report).Concat(Rejects(report)).Concat(Conflicts(report)))
            yield return line;

        yield return "</section>";
    }

    static IEnumerable<string> Steps(ImportReport report)
    {
        yield return $"<table>{Html.Heading("step", "table", "read", "written", "kept", "merged", "rejected", "", "proof", "seconds")}";
        foreach (var step in report.Steps)
            yield return Html.Row(
                Html.Cell(step.Name), Html.Cell(step.Table ?? ""),
                Html.Cell(step.Read), Html.Cell(step.Written), Html.Cell(step.Kept), Html.Cell(step.Merged), Html.Cell(step.Rejected),
                $"<td>{Bar(step)}</td>", Html.Cell(Proof(step)), $"<td class=\"number\">{Html.Number(step.Duration.TotalSeconds)}</td>");

        yield return "</table>";
    }

    /// <summary>As long as the share that each fate has of the rows read; a part that is there is seen, however small.</summary>
    static string Bar(StepReport step)
    {
        var parts = new[] { ("written", step.Written), ("kept", step.Kept), ("merged", step.Merged), ("rejected", step.Rejected) };
        var spans = parts.Where(part => part.Item2 > 0).Select(part => FormattableString.Invariant(
            $"<span class=\"{part.Item1}\" style=\"flex:{part.Item2}\" title=\"{part.Item2} {part.Item1}\"></span>"));

        return $"<div class=\"bar\">{string.Concat(spans)}</div>";
    }

    static string Proof(StepReport step) =>
        step.Proof == ProofKind.None ? "" : step.Digest is { } digest ? $"digests {digest[..8]}…" : step.Proof.ToString().ToLowerInvariant();

    static IEnumerable<string> Rejects(ImportReport report)
    {
        var reasons = report.Steps.Where(step => step.Rejected > 0).SelectMany(RejectReason.Of).ToList();
        if (reasons.Count == 0)
            yield break;

        yield return $"<h3>Rejected rows by reason</h3><table>{Html.Heading("step", "rows", "reason", "such as")}";
        foreach (var reason in reasons.Take(MostReasons))
            yield return Html.Row(
                Html.Cell(reason.Step), Html.Cell(reason.Count), Html.Cell(reason.Reason), Html.Cell(string.Join(", ", reason.Keys)));

        yield return "</table>";
        if (reasons.Count > MostReasons)
            yield return $"<p>And {Html.Number(reasons.Count - MostReasons)} other reasons.</p>";
        foreach (var file in report.Steps.Select(step => step.RejectsFile).OfType<string>())
            yield return $"<p>All rows: <code>{Html.Text(file)}</code></p>";
    }

    static IEnumerable<string> Conflicts(ImportReport report)
    {
        foreach (var kind in report.Conflicts.GroupBy(conflict => conflict.Name))
        {
            var rows = kind.ToList();
            yield return $"<details><summary>{Html.Text(kind.Key)}: {Html.Number(rows.Count)}</summary><ul>";
            foreach (var conflict in rows.Take(MostConflicts))
                yield return $"<li>{Html.Text(conflict.Row)}</li>";

            yield return rows.Count > MostConflicts ? $"</ul><p>And {Html.Number(rows.Count - MostConflicts)} more.</p></details>" : "</ul></details>";
        }
    }
}
