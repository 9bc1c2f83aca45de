namespace Schema.Import.Transfer;

/// <summary>All rows of one table on their way: read, checked, written, counted; what cannot be taken is logged.</summary>
sealed class TableStream(TablePlan plan, RowWriter writer)
{
    const int RowsBetweenSigns = 4096;
    const int WideRow = 1 << 18;
    const int MostTold = 5;

    readonly LineBuffer line = writer.Line;

    public long Read { get; private set; }

    public long Written { get; private set; }

    public long Kept { get; private set; }

    public long Rejected { get; private set; }

    public TransferDigest? Digest { get; init; }

    /// <summary>Lines that the target has already.</summary>
    public PresentLines? Present { get; init; }

    public RejectLog? Rejects { get; init; }

    /// <summary>Told of the first rows that cannot be taken.</summary>
    public Action<Reject> Refused { get; init; } = _ => { };

    public Action<long, long> Progress { get; init; } = (_, _) => { };

    /// <summary>Looks at each whole line before it is sent; with it no line is sent in parts.</summary>
    public Action<SourceRows, long>? Look { get; init; }

    public async Task Run(SourceRows rows, Func<ValueTask> whenFull, CancellationToken cancellationToken)
    {
        long before = 0;
        while (await rows.Read(cancellationToken))
        {
            Read++;
            var size = rows.Bytes - before;
            before = rows.Bytes;
            if (writer.Refusal(rows) is { } refusal)
                Refuse(rows, refusal.Field, refusal.Reason);
            else if (size > WideRow && writer.CanPart && Present is null && Look is null)
                End(rows, await writer.Write(rows, whenFull));
            else
                End(rows, writer.Write(rows));

            if (line.IsFull)
                await whenFull();
            if (Read % RowsBetweenSigns == 0)
                Progress(Read, rows.Bytes);
        }
    }

    void End(SourceRows rows, (UInt128 Key, UInt128 Line) sums)
    {
        Digest?.Add(sums.Key, sums.Line);
        if (Present?.Take(sums.Line) == true)
        {
            Kept++;
            line.TakeBackLine();
            return;
        }

        Written++;
        Look?.Invoke(rows, Written);
        writer.End();
    }

    void Refuse(SourceRows rows, int field, string reason)
    {
        Rejected++;
        if (Rejected <= MostTold)
            Refused(RowText.Reject(plan, rows, Read, field, reason));

        Rejects?.Add(RowText.Reject(plan, rows, Read, field, reason), RowText.Fields(plan, rows));
    }
}
