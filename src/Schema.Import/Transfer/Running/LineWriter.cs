namespace Schema.Import.Transfer;

/// <summary>Turns rows of the source into lines of COPY by a table's plan.</summary>
sealed class LineWriter(TablePlan plan, LineBuffer line, bool keepsComputed)
{
    /// <summary>Values of more bytes are written in parts.</summary>
    const int Slice = 1 << 16;

    readonly Conversion[] conversions = [.. plan.Columns.Select(column => column.Conversion)];
    readonly bool[] refusesNull = [.. plan.Columns.Select(column => column.RefusesNull)];

    /// <summary>The first field that cannot be taken, and why.</summary>
    public (int Field, string Reason)? Refusal(SourceRows rows)
    {
        for (var field = 0; field < conversions.Length; field++)
        {
            var reason = rows.IsNull(field)
                ? refusesNull[field] ? "is NULL, which the target does not take" : null
                : conversions[field].Check(rows[field]);
            if (reason is not null)
                return (field, reason);
        }

        return null;
    }

    /// <summary>Writes the row, but not the end of its line; gives the hashes of its key and of all of it.</summary>
    public (UInt128 Key, UInt128 Line) Write(SourceRows rows)
    {
        UInt128 key = 0;
        var sentEnd = line.Length;
        for (var field = 0; field < conversions.Length; field++)
        {
            Field(rows, field);
            if (field + 1 == plan.KeyColumns && line.Hashes)
                key = line.Sum();
            if (field + 1 == plan.Sent.Count)
                sentEnd = line.Length;
        }

        return Ended(key, sentEnd);
    }

    /// <summary>The same for a row with large values: whenever the buffer is full, it is sent.</summary>
    public async Task<(UInt128 Key, UInt128 Line)> Write(SourceRows rows, Func<ValueTask> whenFull)
    {
        UInt128 key = 0;
        for (var field = 0; field < conversions.Length; field++)
        {
            if (conversions[field].IsSliced && !rows.IsNull(field) && rows[field].Length > Slice)
                await Parts(rows, field, whenFull);
            else
                Field(rows, field);

            if (field + 1 == plan.KeyColumns && line.Hashes)
                key = line.Sum();
        }

        return Ended(key, line.Length);
    }

    (UInt128 Key, UInt128 Line) Ended(UInt128 key, int sentEnd)
    {
        var sum = line.Hashes ? line.Sum() : 0;
        if (plan.HasComputed && !keepsComputed)
            line.DropFrom(sentEnd);

        return (plan.KeyColumns == 0 ? sum : key, sum);
    }

    void Field(SourceRows rows, int field)
    {
        if (field > 0)
            line.Byte(CopyText.Tab);
        if (rows.IsNull(field))
            line.Null();
        else if (conversions[field].Canonical == Canonical.Text)
            conversions[field].Write(rows[field], line);
        else
            Canonically(field, rows[field]);
    }

    void Canonically(int field, ReadOnlySpan<byte> value)
    {
        line.HashUpToHere();
        conversions[field].Write(value, line);
        HashInstead(field, value);
    }

    async Task Parts(SourceRows rows, int field, Func<ValueTask> whenFull)
    {
        if (field > 0)
            line.Byte(CopyText.Tab);

        line.HashUpToHere();
        conversions[field].Begin(line);
        for (var at = 0; at < rows[field].Length; at += Slice)
        {
            conversions[field].WritePart(Part(rows[field], at), line);
            if (conversions[field].Canonical != Canonical.Text)
                line.HashInstead([]);
            if (line.IsFull)
                await whenFull();
        }

        if (conversions[field].Canonical != Canonical.Text)
            HashInstead(field, rows[field]);
    }

    static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> value, int at) => value.Slice(at, Math.Min(Slice, value.Length - at));

    void HashInstead(int field, ReadOnlySpan<byte> value)
    {
        Span<byte> form = stackalloc byte[CanonicalField.Longest];
        line.HashInstead(line.Hashes ? form[..CanonicalField.Of(conversions[field].Canonical, value, form)] : []);
    }
}
