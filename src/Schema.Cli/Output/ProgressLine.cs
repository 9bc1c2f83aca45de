using System.Text.Json.Nodes;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A moment of a migration run, in words and as data.</summary>
static class ProgressLine
{
    public static string Text(MigrationProgress progress)
    {
        var name = MigrationName.Short(progress.Subject);
        return progress.Moment switch
        {
            MigrationMoment.WaitingForLock => $"waiting for {progress.Detail}",
            MigrationMoment.WaitingForTable => $"  {name} waits for {progress.Detail}",
            MigrationMoment.Applying => $"applying {name}",
            MigrationMoment.Applied => $"  applied {name} in {Duration(progress.Elapsed)}",
            MigrationMoment.Reverting => $"undoing {name}",
            MigrationMoment.Reverted => $"  undone {name} in {Duration(progress.Elapsed)}",
            MigrationMoment.SourceLost => $"  {name}: {progress.Detail} Starting again from nothing",
            MigrationMoment.Skipped => $"  {name} is skipped: {progress.Detail}",
            MigrationMoment.Retrying => $"  {name} could not lock what it needs{(progress.Detail is null ? "" : $": {progress.Detail}")}; trying again",
            _ => throw new InvalidOperationException($"{progress.Moment} has no words."),
        };
    }

    public static JsonObject Json(MigrationProgress progress) => new()
    {
        ["moment"] = progress.Moment.ToString(),
        ["subject"] = progress.Subject,
        ["seconds"] = Math.Round(progress.Elapsed.TotalSeconds, 3),
        ["detail"] = progress.Detail,
    };

    public static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? $"{time.TotalSeconds:F1} s" : $"{(int)time.TotalMinutes} min {time.Seconds} s";
}
