namespace Schema.Import.Transfer;

/// <summary>Which table goes where and how each column is carried over; decided before the first row, and printable.</summary>
public sealed class TransferPlan
{
    internal TransferPlan(
        string source, DateTimeOffset snapshot, IReadOnlyList<TablePlan> tables, IReadOnlyList<string> notes, IReadOnlyList<string> problems) =>
        (Source, Snapshot, Tables, Notes, Problems) = (source, snapshot, tables, notes, problems);

    public string Source { get; }

    /// <summary>The moment of the source that arrives.</summary>
    public DateTimeOffset Snapshot { get; }

    /// <summary>What is left out, and what else a person should know.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Where the two sides do not fit together.</summary>
    public IReadOnlyList<string> Problems { get; }

    internal IReadOnlyList<TablePlan> Tables { get; }

    internal void RefuseProblems()
    {
        if (Problems.Count > 0)
            throw new SchemaException(
                ExitCode.DataRefused,
                $"The two databases do not fit together in {Problems.Count} {(Problems.Count == 1 ? "place" : "places")}:\n  {string.Join("\n  ", Problems)}",
                "Nothing was changed.");
    }

    /// <summary>The plan for people to read.</summary>
    public IEnumerable<string> Lines() =>
    [
        .. Notes,
        .. Tables.SelectMany(table => table.Lines().Prepend($"{table.Source.Name} → {table.Target.Shown}")),
    ];
}

/// <summary>One table's way: the columns of the key first, so that a line begins with its key.</summary>
sealed record TablePlan(SourceTable Source, TransferTable Target, IReadOnlyList<ColumnPlan> Columns, int KeyColumns)
{
    /// <summary>The columns that are sent; the target computes the others itself.</summary>
    public IReadOnlyList<ColumnPlan> Sent { get; } = [.. Columns.Where(column => !column.Target.IsGenerated)];

    /// <summary>Sent first, computed ones behind.</summary>
    public IReadOnlyList<ColumnPlan> Columns { get; } =
        [.. Columns.Where(column => !column.Target.IsGenerated), .. Columns.Where(column => column.Target.IsGenerated)];

    public bool HasComputed => Sent.Count < Columns.Count;

    /// <summary>Every column has a binary form that is known here, and one text.</summary>
    public bool IsBinary { get; } = Columns.All(column => BinaryFields.Of(column) is not null);

    public IEnumerable<string> Lines()
    {
        var width = Columns.Count == 0 ? 0 : Columns.Max(column => column.Source.Name.Length);
        return Columns.Select(column => $"  {column.Source.Name.PadRight(width)}  {column}");
    }
}

/// <summary>One column's way.</summary>
sealed record ColumnPlan(SourceColumn Source, TransferColumn Target, Conversion Conversion)
{
    /// <summary>NULL may come and may not be kept.</summary>
    public bool RefusesNull => Source.IsNullable && !Target.IsNullable && !Target.IsGenerated;

    public override string ToString()
    {
        var name = Source.Name == Target.Name ? "" : $"{Target.Name} ";
        var rules = string.Join("; ", ((string?[])[Target.IsGenerated ? "computed by the target, compared" : null, Conversion.Rule]).OfType<string>());
        return $"{Source.Type.Shown} → {name}{Target.Shown}{(rules.Length > 0 ? $"  ({rules})" : "")}";
    }
}
