using System.Text.Json;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Why rows were rejected: how many for one reason, and the first few of them.</summary>
sealed record RejectReason(string Step, string Reason, long Count, IReadOnlyList<string> Keys)
{
    const int Named = 3;

    /// <summary>The most frequent first; counted in the file of all rejects where it is, since the report has the first thousand alone.</summary>
    public static IReadOnlyList<RejectReason> Of(StepReport step) =>
    [
        .. (step.RejectsFile is { } file && File.Exists(file) ? Lines(file) : step.Rejects.Select(reject => (reject.Key, reject.Reason)))
            .GroupBy(reject => reject.Reason)
            .Select(group => new RejectReason(step.Name, group.Key, group.LongCount(), [.. group.Take(Named).Select(reject => reject.Key)]))
            .OrderByDescending(reason => reason.Count)
            .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
    ];

    static IEnumerable<(string Key, string Reason)> Lines(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var reject = JsonDocument.Parse(line);
            yield return (reject.RootElement.GetProperty("key").GetString() ?? "", reject.RootElement.GetProperty("reason").GetString() ?? "");
        }
    }
}
