using Schema.Import;

namespace Schema.Migrations;

/// <summary>Conflicts as CSV for a person to decide, readable by the owner alone.</summary>
public static class ConflictFile
{
    public static readonly IReadOnlyList<string> Columns =
        ["decision_key", "entity", "legacy_key", "field", "value", "with", "proposed", "decision", "target"];

    /// <summary>Writes a new file, whole or not at all; one that is there may hold somebody's decisions and is left alone.</summary>
    public static Task Write(string path, IEnumerable<SchoolConflict> conflicts, CancellationToken cancellationToken) =>
        OwnFile.Write(path, conflicts.Select(Fields).Prepend(Columns).Select(CsvLine.Of), "may hold decisions", cancellationToken);

    static IReadOnlyList<string> Fields(SchoolConflict conflict) =>
    [
        conflict.DecisionKey, conflict.Whose.Entity, conflict.Whose.LegacyKey, conflict.Field, conflict.Value,
        conflict.With.ToString(), conflict.Proposed, ConflictWords.Of(conflict.Decision), "",
    ];
}
