namespace Schema.Import;

/// <summary>Rows that an import wrote, that are there still, and that somebody has changed since: a query for their keys.</summary>
static class ReceiptDifferences
{
    public static string Sql(ReceiptGroup receipt)
    {
        var key = string.Join(", ", receipt.Key.KeyColumns.Select(name => $"t.{SqlName.Quote(name)}"));
        var columns = string.Join(", ", receipt.Columns.Select(SqlName.Literal));

        return $"""
            select min(concat_ws(', ', {key}))
            from {receipt.Target.Quoted} t
            join (select unnest({receipt.Key.Column}) as key, unnest(hashes) as hash
                  from ledger.receipt
                  where import = {SqlName.Literal(receipt.Import)} and table_name = {SqlName.Literal(receipt.Table)} and columns = array[{columns}]::text[]
                 ) r on {receipt.Key.Expression("t")} = r.key
            group by t.tableoid, t.ctid
            having bool_and({RowFingerprint.Sql("t", receipt.Target, receipt.Columns)} <> r.hash)
            """;
    }
}
