using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Reads a target's table back, inside the transaction that wrote it, and adds its lines up.</summary>
static class ReadBack
{
    public static async Task<TransferDigest> Digest(NpgsqlConnection target, TablePlan plan, CancellationToken cancellationToken)
    {
        var digest = new TransferDigest();
        await using var lines = await Start(target, plan, cancellationToken);
        await (plan.IsPlain ? Pieces(lines, plan, digest, cancellationToken) : Lines(lines, plan, digest.Add, cancellationToken));

        return digest;
    }

    public static Task<CopyLines> Start(NpgsqlConnection target, TablePlan plan, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", plan.Columns.Select(column => SqlName.Quote(column.Target.Name)));
        return CopyLines.Start(target, $"select {columns} from {plan.Target.Quoted}", cancellationToken);
    }

    /// <summary>Lines as they come: a row of any size takes no more memory than another.</summary>
    static async Task Pieces(CopyLines lines, TablePlan plan, TransferDigest digest, CancellationToken cancellationToken)
    {
        var line = new PieceHash(plan.KeyColumns, digest);
        while (await lines.ReadPiece(cancellationToken))
            line.Add(lines.Piece, lines.EndsLine);
    }

    static async Task Lines(CopyLines lines, TablePlan plan, Action<UInt128, UInt128> add, CancellationToken cancellationToken)
    {
        var fields = new LineFields(plan);
        while (await lines.ReadLine(cancellationToken))
        {
            var (key, line) = fields.Add(lines.Piece);
            add(key, line);
        }
    }

    /// <summary>The line under way, and how many fields of its key are still to come.</summary>
    sealed class PieceHash(int keyColumns, TransferDigest digest)
    {
        LineHash hash;
        int keyTaken;
        UInt128 key;

        public void Add(ReadOnlySpan<byte> piece, bool endsLine)
        {
            while (keyTaken < keyColumns && piece.IndexOf(CopyText.Tab) is >= 0 and var tab)
            {
                hash.Add(piece[..tab]);
                if (++keyTaken == keyColumns)
                    key = hash.Sum();

                hash.Add(piece.Slice(tab, 1));
                piece = piece[(tab + 1)..];
            }

            hash.Add(piece);
            if (endsLine)
                End();
        }

        void End()
        {
            var sum = hash.Sum();
            // A table may consist of its key alone; without a key, the line is it.
            digest.Add(keyTaken < keyColumns || keyColumns == 0 ? sum : key, sum);
            (hash, keyTaken) = (default, 0);
        }
    }
}
