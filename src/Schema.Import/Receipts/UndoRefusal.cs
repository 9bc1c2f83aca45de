namespace Schema.Import;

/// <summary>The sentence for rows that somebody has made their own since the import.</summary>
static class UndoRefusal
{
    const int Listed = 10;

    public static async Task Throw(DataImport import, UndoRows rows, CancellationToken cancellationToken)
    {
        var lines = await rows.Edited(Listed + 1, cancellationToken);
        if (lines.Count <= Listed)
            lines.AddRange(await rows.Referencing(Listed + 1 - lines.Count, cancellationToken));

        if (lines.Count == 0)
            return;

        if (lines.Count > Listed)
            lines[Listed] = "and others";

        throw new SchemaException(
            ExitCode.Guarded,
            $"{import.Title} cannot be taken back without losing what was done since:\n  {string.Join("\n  ", lines)}",
            $"Nothing was changed. Drop these rows as well: schema import undo {import.Name} --drop-edited (with --dry-run it names them all first)");
    }
}
