using Schema.Import;

namespace Schema.Cli;

/// <summary>What imports list for a person to look at: for each kind how many, and one of them.</summary>
static class ConflictLines
{
    public static IEnumerable<string> Of(IEnumerable<ImportReport> reports) =>
        from report in reports
        from kind in report.Conflicts.GroupBy(conflict => conflict.Name)
        select $"{report.Import}, {Counted.Of(kind.Count(), "time")}: {kind.Key} (such as {kind.First().Row})";
}
