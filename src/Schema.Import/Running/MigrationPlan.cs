namespace Schema.Import;

/// <summary>One migration to apply or to undo, and the target that makes EF Core do just that.</summary>
public sealed record MigrationStep(string Migration, bool IsUp, string EntityFrameworkTarget);

/// <summary>Which migrations a run will apply or undo, in order.</summary>
public sealed record MigrationPlan(IReadOnlyList<MigrationStep> Steps)
{
    const string Nothing = "0";

    public bool Reverts => Steps.Any(step => !step.IsUp);

    /// <param name="known">The program's migrations, oldest first.</param>
    /// <param name="applied">Those in the database's history.</param>
    /// <param name="target">The last migration that shall stay applied; null means all, "0" none.</param>
    public static MigrationPlan Make(IReadOnlyList<string> known, IReadOnlyCollection<string> applied, string? target)
    {
        RefuseUnknown(known, applied);
        var done = known.Where(applied.Contains).ToList();
        var last = string.IsNullOrEmpty(target) ? known.LastOrDefault() : target;

        var undo = done.Where(id => IsAfter(id, last)).Reverse().Select(id => Down(id, done)).ToList();
        if (undo.Count > 0)
            return RefuseGap(known, applied, last) ?? new(undo);

        var newest = done.LastOrDefault();
        return new([.. known.Where(id => !applied.Contains(id) && !IsAfter(id, last)).Select(id => Up(id, newest))]);
    }

    // EF Core undoes what lies after its target, so a gap below the newest applied migration is filled with that one as target.
    static MigrationStep Up(string id, string? newest) => new(id, true, IsAfter(id, newest) ? id : newest!);

    static MigrationStep Down(string id, List<string> done)
    {
        var index = done.IndexOf(id);
        return new(id, false, index == 0 ? Nothing : done[index - 1]);
    }

    static bool IsAfter(string id, string? other) =>
        other is null or Nothing || string.CompareOrdinal(id, other) > 0;

    // EF Core would fill the gap while it undoes.
    static MigrationPlan? RefuseGap(IReadOnlyList<string> known, IReadOnlyCollection<string> applied, string? last)
    {
        var gap = known.FirstOrDefault(id => !applied.Contains(id) && !IsAfter(id, last));
        return gap is null
            ? null
            : throw new SchemaException(ExitCode.Usage, $"{gap} was never applied, though later migrations were.", "schema up");
    }

    static void RefuseUnknown(IReadOnlyList<string> known, IReadOnlyCollection<string> applied)
    {
        var unknown = applied.Except(known).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new SchemaException(
                ExitCode.Usage,
                $"The database is newer than this program: it has {string.Join(", ", unknown)}, and the newest this program knows is {known.LastOrDefault() ?? "none"}.",
                "Use the program of that version (or a newer one).");
    }
}
