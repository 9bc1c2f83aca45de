namespace Schema.Import.Transfer;

/// <summary>Names the rows that differ: only the few groups of keys whose sums differ are kept, as hashes of fields.</summary>
sealed class DifferenceLines(TablePlan plan, IReadOnlyList<int> groups)
{
    const int MostGroups = 5;
    const int MostLines = 5;

    // No text of PostgreSQL holds a NUL; the other is a control character that nobody types.
    const char Hidden = '\0';
    const char Part = '\u001f';

    readonly HashSet<int> wanted = [.. groups.Take(MostGroups)];
    readonly HashSet<string> refused = [];
    readonly LineFields fields = new(plan);
    readonly Dictionary<string, UInt128[]> here = new(StringComparer.Ordinal);
    readonly Dictionary<string, UInt128[]> there = new(StringComparer.Ordinal);

    public void Source(ReadOnlySpan<byte> line) => Keep(here, line);

    /// <summary>A row that never became a line: that it is missing says nothing.</summary>
    public void Refused(string key) => refused.Add(key);

    public void Target(ReadOnlySpan<byte> line) => Keep(there, line);

    public IReadOnlyList<string> Lines()
    {
        var lines = here.Keys.Union(there.Keys).Order(StringComparer.Ordinal).Select(Line).OfType<string>().Take(MostLines + 1).ToList();
        if (lines.Count > MostLines || groups.Count > MostGroups)
            lines = [.. lines.Take(MostLines), "and others"];

        return lines;
    }

    string? Line(string key)
    {
        if (refused.Contains(Shown(key)))
            return null;

        var name = $"{plan.Target.Shown} {Shown(key)}";
        if (!there.TryGetValue(key, out var target))
            return $"{name} is missing in the target";
        if (!here.TryGetValue(key, out var source))
            return $"{name} is in the target alone";

        var different = plan.Columns.Where((_, i) => source[i] != target[i]).Select(column => column.Target.Name).ToList();
        return different.Count == 0 ? null : $"{name} differs in {string.Join(", ", different)}";
    }

    /// <summary>Rows without a key are told apart by all they hold, and shown by their first field and number.</summary>
    void Keep(Dictionary<string, UInt128[]> rows, ReadOnlySpan<byte> line)
    {
        var (key, sum) = fields.Add(line);
        if (!wanted.Contains(TransferDigest.GroupOf(key)))
            return;

        var text = string.Join(Part, fields.Key(line)) + (plan.KeyColumns > 0 ? "" : $"{Hidden}{sum:x}");
        var unique = text;
        for (var again = 2; !rows.TryAdd(unique, fields.Sums.ToArray()); again++)
            unique = $"{text}{Hidden}{again}";
    }

    /// <summary>A key that is cut off finds nothing.</summary>
    string Shown(string key) => string.Join(", ", key.Split(Hidden)[0].Split(Part).Select(part => plan.KeyColumns > 0 ? FieldText.OneLine(part) : FieldText.Shorten(part)));
}
