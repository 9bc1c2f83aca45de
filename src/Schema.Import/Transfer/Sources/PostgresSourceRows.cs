namespace Schema.Import.Transfer;

/// <summary>The lines of a COPY as rows: cut at the tabs, the escapes taken out.</summary>
sealed class PostgresSourceRows(CopyLines lines, int fields) : SourceRows
{
    readonly int[] starts = new int[fields];
    readonly int[] lengths = new int[fields];

    public override ReadOnlySpan<byte> this[int field] => lines.Piece.Slice(starts[field], Math.Max(0, lengths[field]));

    public override long Bytes => lines.Bytes;

    public override bool IsNull(int field) => lengths[field] < 0;

    public override async ValueTask<bool> Read(CancellationToken cancellationToken)
    {
        if (!await lines.ReadLine(cancellationToken))
            return false;

        Locate(lines.Piece);
        return true;
    }

    public override ValueTask DisposeAsync() => lines.DisposeAsync();

    void Locate(Span<byte> line)
    {
        var at = 0;
        for (var field = 0; field < starts.Length; field++)
        {
            var rest = line[at..];
            var end = rest.IndexOf(CopyText.Tab) is >= 0 and var tab ? tab : rest.Length;
            starts[field] = at;
            lengths[field] = rest[..end].SequenceEqual(CopyText.Null) ? -1 : CopyText.Unescape(rest[..end]);
            at += end + 1;
        }
    }
}
