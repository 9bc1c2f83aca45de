namespace Schema.Import;

/// <summary>Rows that an import wrote, that are there still, and that somebody has changed since: a query for their keys.</summary>
static class ReceiptDifferences
{
    public static string Sql(ReceiptGroup receipt)
    {
        var key = string.Join(", ", receipt.Key.KeyColumns.Select(name => $"t.{SqlName.Quote(name)}"));
        return $"select min(concat_ws(', ', {key})) {receipt.RowsStillThere} having {receipt.IsEdited}";
    }
}
