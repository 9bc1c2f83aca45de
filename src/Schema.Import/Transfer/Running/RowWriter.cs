namespace Schema.Import.Transfer;

/// <summary>Turns rows of the source into what is sent, by a table's plan.</summary>
abstract class RowWriter(TablePlan plan, LineBuffer line)
{
    /// <summary>Values of more bytes are written in parts.</summary>
    protected const int Slice = 1 << 16;

    readonly bool[] refusesNull = [.. plan.Columns.Select(column => column.RefusesNull)];

    /// <summary>Where the rows are written to.</summary>
    public LineBuffer Line => line;

    /// <summary>Whether a row may be sent before its end is written.</summary>
    public virtual bool CanPart => true;

    protected Conversion[] Conversions { get; } = [.. plan.Columns.Select(column => column.Conversion)];

    /// <summary>The first field that cannot be taken, and why.</summary>
    public (int Field, string Reason)? Refusal(SourceRows rows)
    {
        for (var field = 0; field < Conversions.Length; field++)
        {
            var reason = rows.IsNull(field)
                ? refusesNull[field] ? "is NULL, which the target does not take" : null
                : Conversions[field].Check(rows[field]);
            if (reason is not null)
                return (field, reason);
        }

        return null;
    }

    /// <summary>Writes the row, but not its end; gives the hashes of its key and of all of it.</summary>
    public abstract (UInt128 Key, UInt128 Line) Write(SourceRows rows);

    /// <summary>The same for a row with large values: whenever the buffer is full, it is sent.</summary>
    public abstract Task<(UInt128 Key, UInt128 Line)> Write(SourceRows rows, Func<ValueTask> whenFull);

    public abstract void End();

    protected static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> value, int at) => value.Slice(at, Math.Min(Slice, value.Length - at));
}
