using System.Text.Json.Nodes;
using Schema.Import.Transfer;

namespace Schema.Cli;

/// <summary>How far a copy of a whole database is: the table that is under way, and all of them.</summary>
static class TransferMeter
{
    public static string Text(TransferProgress progress)
    {
        var all = progress.All;
        var share = progress.Expected is { } expected && expected > progress.Rows ? progress.Rows / (double)expected : 1;
        return $"  {progress.Table}: {progress.Rows:N0} rows, {Flow(progress.Bytes, progress.Elapsed)}{Left(share, progress.Elapsed)}"
            + $"; table {all.Number} of {all.Tables}, {Flow(all.Bytes, all.Elapsed)}{Left(all.Share, all.Elapsed)}";
    }

    public static JsonObject Json(TransferProgress progress) => new()
    {
        ["table"] = progress.Table,
        ["rows"] = progress.Rows,
        ["expected"] = progress.Expected,
        ["bytes"] = progress.Bytes,
        ["seconds"] = Math.Round(progress.Elapsed.TotalSeconds, 3),
        ["number"] = progress.All.Number,
        ["tables"] = progress.All.Tables,
        ["allBytes"] = progress.All.Bytes,
        ["allShare"] = Math.Round(progress.All.Share, 4),
        ["allSeconds"] = Math.Round(progress.All.Elapsed.TotalSeconds, 3),
    };

    public static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => $"{bytes / 1e3:F1} kB",
        < 1_000_000_000 => $"{bytes / 1e6:F1} MB",
        _ => $"{bytes / 1e9:F2} GB",
    };

    static string Flow(long bytes, TimeSpan elapsed) => $"{Size(bytes)}, {Size((long)(bytes / Math.Max(elapsed.TotalSeconds, 0.001)))}/s";

    /// <summary>What is left when it goes on as it did; the source's own numbers are estimates.</summary>
    static string Left(double share, TimeSpan elapsed) =>
        share is > 0 and < 1 ? $", {100 * share:F0} %, {ProgressLine.Duration(elapsed * ((1 - share) / share))} left" : "";
}
