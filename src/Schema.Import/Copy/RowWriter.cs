namespace Schema.Import;

/// <summary>Writes a frozen row record as rows of one table.</summary>
sealed class RowWriter<TRow>
{
    readonly ColumnWriter<TRow>[] columns;

    RowWriter(TargetTable table, ColumnWriter<TRow>[] columns)
    {
        (Table, this.columns) = (table, columns);
        Columns = [.. columns.Select(column => column.Column)];
        Members = [.. columns.Select(column => column.Member)];
        var key = Columns.Select((column, ordinal) => (column, ordinal)).Where(pair => table.Key.Contains(pair.column.Name)).Select(pair => pair.ordinal);
        KeyOrdinals = table.Key.Count > 0 && key.Count() == table.Key.Count ? [.. key] : [0];
    }

    public TargetTable Table { get; }

    public IReadOnlyList<TargetColumn> Columns { get; }

    public IReadOnlyList<RecordMember> Members { get; }

    /// <summary>Where the primary key stands in a row; the first member, if the record does not hold all of it.</summary>
    public IReadOnlyList<int> KeyOrdinals { get; }

    public bool HoldsKey => Table.Key.Count > 0 && Table.Key.All(key => Columns.Any(column => column.Name == key));

    /// <summary>Holds the record against the live table; everything that does not fit is said at once.</summary>
    public static RowWriter<TRow> For(TargetTable table, string where)
    {
        var shape = RecordShape.Of(typeof(TRow));
        var problems = new List<string>();
        var columns = new List<ColumnWriter<TRow>>();
        foreach (var member in shape.Members)
        {
            if (RowFit.Problem(shape, member, table) is { } problem)
                problems.Add(problem);
            else if (ColumnWriter<TRow>.Find(member, table.Find(member.Column)!) is { } column)
                columns.Add(column);
            else
                problems.Add(RowFit.OfAnotherType(shape, member, table));
        }

        problems.AddRange(RowFit.Missing(shape, table));
        if (problems.Count == 0)
            return new RowWriter<TRow>(table, [.. columns]);

        throw new SchemaException(
            ExitCode.Usage,
            $"{where}: {shape.Type.Name} does not fit the table {table.Shown}:\n  {string.Join("\n  ", problems)}",
            "The import was written for another schema: give it a successor for this one.");
    }

    /// <summary>Appends the row; a value that its column cannot hold takes the row back and is returned in words.</summary>
    public string? Write(RowBuffer buffer, TRow row)
    {
        buffer.StartRow(columns.Length);
        foreach (var column in columns)
        {
            if (column.Write(buffer, row) is not { } refusal)
                continue;

            buffer.TakeBackRow();
            return column.Member.IsSecret
                ? $"cannot be written: {Table.Shown}.{column.Column.Name} ({column.Column.Shown}) cannot hold its value ({FieldText.Mask})"
                : $"cannot be written: {Table.Shown}.{column.Column.Name} ({column.Column.Shown}) {refusal}";
        }

        return null;
    }
}
