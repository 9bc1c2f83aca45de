using System.Globalization;
using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>How far an import is: rows and rate, and where the number of rows is known a bar and the time left.</summary>
sealed class ImportMeter(TimeProvider time)
{
    const int Cells = 20;

    readonly Pace lines = new(TimeSpan.FromSeconds(3), time);
    (string, string) step;
    long began;

    /// <summary>The time since the step began.</summary>
    public TimeSpan Elapsed(ImportProgress progress)
    {
        if (step != (progress.Import, progress.Step))
        {
            (step, began) = ((progress.Import, progress.Step), time.GetTimestamp());
            lines.Restart();
        }

        return time.GetElapsedTime(began);
    }

    public bool IsDue() => lines.IsDue();

    public static string Text(ImportProgress progress, TimeSpan elapsed)
    {
        var name = $"  {progress.Import}, {progress.Step}: ";
        var rate = elapsed > TimeSpan.Zero ? progress.Rows / elapsed.TotalSeconds : 0;
        if (progress.Expected is not > 0)
            return $"{name}{Number(progress.Rows)} rows, {Number(rate)} rows/s";

        var share = Math.Min(1, (double)progress.Rows / progress.Expected.Value);
        var filled = (int)(share * Cells);
        var left = rate > 0 ? $", {ProgressLine.Duration(TimeSpan.FromSeconds((progress.Expected.Value * (1 - share)) / rate))} left" : "";

        return $"{name}[{new string('#', filled)}{new string('-', Cells - filled)}] {share * 100:F0} % of about {Number(progress.Expected.Value)} rows, {Number(rate)} rows/s{left}";
    }

    public static JsonObject Json(ImportProgress progress, TimeSpan elapsed) => new()
    {
        ["import"] = progress.Import,
        ["step"] = progress.Step,
        ["rows"] = progress.Rows,
        ["expected"] = progress.Expected,
        ["seconds"] = Math.Round(elapsed.TotalSeconds, 3),
    };

    static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
