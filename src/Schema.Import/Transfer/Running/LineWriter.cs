namespace Schema.Import.Transfer;

/// <summary>Rows as lines of COPY, hashed as the text that they are.</summary>
sealed class LineWriter(TablePlan plan, LineBuffer line, bool keepsComputed = false) : RowWriter(plan, line)
{
    readonly TablePlan plan = plan;
    readonly LineBuffer line = line;

    public override (UInt128 Key, UInt128 Line) Write(SourceRows rows)
    {
        UInt128 key = 0;
        var sentEnd = line.Length;
        for (var field = 0; field < Conversions.Length; field++)
        {
            Field(rows, field);
            if (field + 1 == plan.KeyColumns && line.Hashes)
                key = line.Sum();
            if (field + 1 == plan.Sent.Count)
                sentEnd = line.Length;
        }

        return Ended(key, sentEnd);
    }

    public override async Task<(UInt128 Key, UInt128 Line)> Write(SourceRows rows, Func<ValueTask> whenFull)
    {
        UInt128 key = 0;
        for (var field = 0; field < Conversions.Length; field++)
        {
            if (Conversions[field].IsSliced && !rows.IsNull(field) && rows[field].Length > Slice)
                await Parts(rows, field, whenFull);
            else
                Field(rows, field);

            if (field + 1 == plan.KeyColumns && line.Hashes)
                key = line.Sum();
        }

        return Ended(key, line.Length);
    }

    /// <summary>What the target computes is taken back after it was hashed.</summary>
    public override bool CanPart => !plan.HasComputed;

    public override void End() => line.EndLine();

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
        else if (Conversions[field].Canonical == Canonical.Text)
            Conversions[field].Write(rows[field], line);
        else
            Canonically(field, rows[field]);
    }

    void Canonically(int field, ReadOnlySpan<byte> value)
    {
        line.HashUpToHere();
        Conversions[field].Write(value, line);
        HashInstead(field, value);
    }

    async Task Parts(SourceRows rows, int field, Func<ValueTask> whenFull)
    {
        if (field > 0)
            line.Byte(CopyText.Tab);

        line.HashUpToHere();
        Conversions[field].Begin(line);
        for (var at = 0; at < rows[field].Length; at += Slice)
        {
            Conversions[field].WritePart(Part(rows[field], at), line);
            if (Conversions[field].Canonical != Canonical.Text)
                line.HashInstead([]);
            if (line.IsFull)
                await whenFull();
        }

        if (Conversions[field].Canonical != Canonical.Text)
            HashInstead(field, rows[field]);
    }

    void HashInstead(int field, ReadOnlySpan<byte> value)
    {
        Span<byte> form = stackalloc byte[CanonicalField.Longest];
        line.HashInstead(line.Hashes ? form[..CanonicalField.Of(Conversions[field].Canonical, value, form)] : []);
    }
}
