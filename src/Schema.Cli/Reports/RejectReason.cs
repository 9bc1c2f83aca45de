using System.Text.Json;
using Schema.Import;

namespace Schema.Cli;

/// <summary>Why rows were rejected: how many for one reason, and the first few of them.</summary>
sealed record RejectReason(string Step, string Reason, long Count, IReadOnlyList<string> Keys)
{
    const int Named = 3;

    /// <summary>The most frequent first; counted in the file of all rejects where it is, since the report has the first thousand alone.</summary>
    public static IReadOnlyList<RejectReason> Of(StepReport step)
    {
        var reasons = new Dictionary<string, (long Count, List<string> Keys)>();
        foreach (var (key, reason) in step.RejectsFile is { } file && File.Exists(file) ? Lines(file) : step.Rejects.Select(reject => (reject.Key, reject.Reason)))
        {
            var (count, keys) = reasons.TryGetValue(reason, out var known) ? known : (0, []);
            if (count < Named)
                keys.Add(key);

            reasons[reason] = (count + 1, keys);
        }

        return
        [
            .. reasons.Select(pair => new RejectReason(step.Name, pair.Key, pair.Value.Count, pair.Value.Keys))
                .OrderByDescending(reason => reason.Count)
                .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
        ];
    }

    static IEnumerable<(string Key, string Reason)> Lines(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var reject = JsonDocument.Parse(line);
            yield return (reject.RootElement.GetProperty("key").GetString() ?? "", reject.RootElement.GetProperty("reason").GetString() ?? "");
        }
    }
}
