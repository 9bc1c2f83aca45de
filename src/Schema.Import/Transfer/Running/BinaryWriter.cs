namespace Schema.Import.Transfer;

/// <summary>Rows in the binary form of COPY, hashed the way the server can: nothing is escaped here, and nothing parsed there.</summary>
sealed class BinaryWriter(TablePlan plan, LineBuffer row, bool hashes) : RowWriter(plan, row)
{
    readonly LineBuffer row = row;
    readonly LineBuffer text = new(hashes: false, escapes: false);
    readonly BinaryField[] fields = [.. plan.Columns.Select(column => BinaryFields.Of(column)!.Value)];
    readonly int sent = plan.Sent.Count;
    readonly int keyColumns = plan.KeyColumns;
    ulong key;

    /// <summary>Where wanted, a sum for each column; its values count with their row's key, so that two that changed places differ.</summary>
    public UInt128[]? Columns { get; init; }

    public override (UInt128 Key, UInt128 Line) Write(SourceRows rows)
    {
        row.Int16((short)sent);
        var sum = ServerDigest.Seed;
        for (var field = 0; field < fields.Length; field++)
            sum = Field(rows, field, sum);

        return Sums(sum);
    }

    public override async Task<(UInt128 Key, UInt128 Line)> Write(SourceRows rows, Func<ValueTask> whenFull)
    {
        row.Int16((short)sent);
        var sum = ServerDigest.Seed;
        for (var field = 0; field < fields.Length; field++)
        {
            if (!Conversions[field].KeepsText || rows.IsNull(field) || rows[field].Length <= Slice || field >= sent)
                sum = Field(rows, field, sum);
            else
            {
                sum = Hash(field, rows[field], isNull: false, sum);
                await Parts(rows, field, whenFull);
            }
        }

        return Sums(sum);
    }

    public override void End()
    {
    }

    ulong Field(SourceRows rows, int field, ulong before)
    {
        var isNull = rows.IsNull(field);
        var value = isNull ? default : rows[field];
        if (!isNull && !Conversions[field].KeepsText)
        {
            text.Clear();
            Conversions[field].Write(value, text);
            isNull = text.IsNull;
            value = text.Line;
        }

        if (field < sent && isNull)
            row.Int32(-1);
        else if (field < sent)
            BinaryFields.Write(fields[field], value, row);

        return Hash(field, value, isNull, before);
    }

    ulong Hash(int field, ReadOnlySpan<byte> value, bool isNull, ulong before)
    {
        if (!hashes)
            return before;

        if (Columns is { } columns)
        {
            key = field == keyColumns ? before : key;
            columns[field] += Signed(Hash(fields[field], value, isNull, field < keyColumns ? ServerDigest.Seed : key));
        }

        return Hash(fields[field], value, isNull, before);
    }

    static ulong Hash(BinaryField field, ReadOnlySpan<byte> value, bool isNull, ulong before) =>
        isNull ? ServerDigest.OfNull(before) : BinaryFields.Hash(field, value, before);

    async Task Parts(SourceRows rows, int field, Func<ValueTask> whenFull)
    {
        row.Int32(rows[field].Length);
        for (var at = 0; at < rows[field].Length; at += Slice)
        {
            row.Raw(Part(rows[field], at));
            if (row.IsFull)
                await whenFull();
        }
    }

    /// <summary>The server adds numbers with a sign.</summary>
    static UInt128 Signed(ulong hash) => unchecked((UInt128)(long)hash);

    static (UInt128 Key, UInt128 Line) Sums(ulong sum) => (0, Signed(sum));
}
