namespace Schema.Import;

/// <summary>Finds the rows that differ, within the groups of keys whose sums do; memory is bounded by the first few groups.</summary>
sealed class DifferenceSearch<TRow>(RowWriter<TRow> writer, CanonicalRow canonical, IReadOnlyList<int> groups)
{
    const int MostGroups = 5;
    const int MostLines = 5;

    readonly HashSet<int> wanted = [.. groups.Take(MostGroups)];
    readonly SortedDictionary<string, byte[]> sent = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, byte[]> found = new(StringComparer.Ordinal);
    readonly RowBuffer buffer = new(1 << 12);

    public void Sent(TRow row)
    {
        buffer.Clear();
        if (writer.Write(buffer, row) is null)
            Keep(sent, buffer.Row);
    }

    public void Found(ReadOnlySpan<byte> row) => Keep(found, row);

    /// <summary>One line for each row that differs: its key, and what of it.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = sent.Keys.Union(found.Keys).Order(StringComparer.Ordinal).Select(Line).OfType<string>().Take(MostLines + 1).ToList();
        if (lines.Count > MostLines || groups.Count > MostGroups)
            lines[^1] = "and others";

        return lines;
    }

    string? Line(string key)
    {
        if (!found.TryGetValue(key, out var there))
            return $"{writer.Table.Shown} {key} is missing";

        if (!sent.TryGetValue(key, out var here))
            return $"{writer.Table.Shown} {key} was not sent";

        var different = Enumerable.Range(0, writer.Members.Count).Where(column => Differs(here, there, column)).ToList();
        return different.Count == 0
            ? null
            : $"{writer.Table.Shown} {key} differs in {string.Join(", ", different.Select(column => writer.Members[column].Column))}";
    }

    static bool Differs(byte[] here, byte[] there, int column) =>
        !CanonicalRow.FieldAt(here, column).SequenceEqual(CanonicalRow.FieldAt(there, column));

    void Keep(SortedDictionary<string, byte[]> rows, ReadOnlySpan<byte> row)
    {
        var bytes = canonical.Of(row);
        if (wanted.Contains(canonical.Group(bytes)))
            rows[KeyText(bytes)] = bytes.ToArray();
    }

    string KeyText(ReadOnlySpan<byte> row)
    {
        var parts = new List<string>();
        foreach (var ordinal in writer.KeyOrdinals)
            parts.Add(BinaryText.Of(CanonicalRow.FieldAt(row, ordinal)[4..], writer.Columns[ordinal].Type.Name, writer.Members[ordinal].IsSecret));

        return string.Join(", ", parts);
    }
}
