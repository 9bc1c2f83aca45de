using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Reads a target's table back, inside the transaction that wrote it, and adds its lines up.</summary>
static class ReadBack
{
    /// <summary>Lines as they come: a row of any size takes no more memory than another, but for a value that counts by a form of its own.</summary>
    public static async Task<TransferDigest> Digest(NpgsqlConnection target, TablePlan plan, CancellationToken cancellationToken)
    {
        var digest = new TransferDigest();
        var line = new PieceHash(plan, digest);
        await using var lines = await Start(target, plan, cancellationToken);
        while (await lines.ReadPiece(cancellationToken))
            line.Add(lines.Piece, lines.EndsLine);

        return digest;
    }

    public static Task<CopyLines> Start(NpgsqlConnection target, TablePlan plan, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", plan.Columns.Select(column => SqlName.Quote(column.Target.Name)));
        return CopyLines.Start(target, $"select {columns} from {plan.Target.Quoted}", cancellationToken);
    }
}
