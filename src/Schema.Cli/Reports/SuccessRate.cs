using System.Globalization;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Which share of the rows read arrived: written, there already, or joined with another.</summary>
static class SuccessRate
{
    /// <summary>Cut off, not rounded: 100 % is only what is all of it.</summary>
    public static string Of(ImportReport report)
    {
        var share = report.Read == 0 ? 100m : Math.Truncate((report.Read - report.Rejected) * 10_000m / report.Read) / 100m;
        return $"{share.ToString("0.##", CultureInfo.InvariantCulture)} % of {Counted.Of(report.Read, "row")} arrived";
    }
}
