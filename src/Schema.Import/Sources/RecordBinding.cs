namespace Schema.Import;

/// <summary>Finds the column of each parameter of a record: by its exact name first, then with case and underscores set aside.</summary>
static class RecordBinding
{
    const int Missing = -1;
    const int Ambiguous = -2;

    /// <summary>The ordinals in the order of the parameters; a missing, superfluous or ambiguous column is an error.</summary>
    public static int[] Match(RecordShape shape, string source, IReadOnlyList<string> columns, bool allowsOthers = false)
    {
        var problems = new List<string>();
        var ordinals = shape.Members.Select(member => Find(shape, member, columns, problems)).ToArray();
        problems.AddRange(
            from ordinal in Enumerable.Range(0, columns.Count).Except(ordinals)
            where !allowsOthers && !ordinals.Contains(Ambiguous)
            select $"column {columns[ordinal]} has no parameter in {shape.Type.Name}");
        if (problems.Count == 0)
            return ordinals;

        throw new SchemaException(
            ExitCode.DataRefused,
            $"{source} and {shape.Type.Name} differ:\n  {string.Join("\n  ", problems)}",
            $"The columns are: {string.Join(", ", columns)}. Name in {shape.Type.Name} exactly those that are read.");
    }

    static int Find(RecordShape shape, RecordMember member, IReadOnlyList<string> columns, List<string> problems)
    {
        var exact = Ordinals(columns, column => column == member.Name || column == member.Column);
        var found = exact.Count > 0 ? exact : Ordinals(columns, column => SnakeCase.Fold(column) == SnakeCase.Fold(member.Name));
        if (found.Count == 1)
            return found[0];

        problems.Add(found.Count == 0
            ? $"{shape.Type.Name}.{member.Name} has no column"
            : $"{shape.Type.Name}.{member.Name} could be any of the columns {string.Join(", ", found.Select(ordinal => columns[ordinal]))}");

        return found.Count == 0 ? Missing : Ambiguous;
    }

    static List<int> Ordinals(IReadOnlyList<string> columns, Predicate<string> matches) =>
        [.. Enumerable.Range(0, columns.Count).Where(ordinal => matches(columns[ordinal]))];
}
