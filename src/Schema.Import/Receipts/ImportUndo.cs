namespace Schema.Import;

/// <summary>Takes an import back: exactly the rows of its receipts that are as it wrote them.</summary>
public static class ImportUndo
{
    /// <summary>Rows changed since, and rows of others that refer to one, are a refusal unless they may be dropped too.</summary>
    public static async Task<UndoReport> Run(DataImport import, ImportContext context, bool dropEdited, CancellationToken cancellationToken)
    {
        var receipts = await ReceiptGroup.Of(import, context, cancellationToken);
        var tables = receipts.Select(receipt => receipt.Table).Distinct().ToList();
        await TargetSession.Settle(import, context, cancellationToken);
        await TargetSession.Lock(context, await ReferencingTables.Of(context, tables, cancellationToken), cancellationToken);
        var rows = new UndoRows(context);
        await rows.Create(cancellationToken);
        foreach (var receipt in receipts)
            await rows.Add(receipt, cancellationToken);

        if (dropEdited)
            await rows.AddReferencing(cancellationToken);
        else
            await UndoRefusal.Throw(import, rows, cancellationToken);

        var lost = await rows.Lost(cancellationToken);
        var report = new UndoReport(import.Name, await rows.Delete(cancellationToken)) { Lost = lost };
        await SequenceReturn.Run(import, context, cancellationToken);
        await ReceiptGroup.Forget(import, context, cancellationToken);

        return report;
    }
}
