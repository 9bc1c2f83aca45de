namespace Schema.Import;

/// <summary>Writes down which rows a step wrote: their keys and a hash of what they held, in lines of 10,000.</summary>
static class Receipt
{
    /// <summary>The condition picks the rows, in terms of the table's own columns.</summary>
    public static async Task Write(StepRun run, TargetTable table, string condition, CancellationToken cancellationToken)
    {
        if (run.Context.WithoutReceipts)
            return;

        var columns = await ReceiptGroup.EarlierColumns(run.ImportName, table, run.Context, cancellationToken)
            ?? [.. table.Columns.Where(column => !column.IsGenerated).Select(column => column.Name)];
        var kind = ReceiptKey.Of(table);
        await using var command = run.Command(
            $"""
            insert into ledger.receipt (run, import, table_name, batch, key_columns, columns, {kind.Column}, hashes)
            select $1, $2, $3, first.batch + (number - 1) / 10000, $4, $5, array_agg(key), array_agg(hash)
            from (select row_number() over () as number, {kind.Expression("t")} as key, {RowFingerprint.Sql("t", table, columns)} as hash
                  from (select * from {table.Quoted} {condition}) t) line,
                 (select coalesce(max(batch) + 1, 0) as batch from ledger.receipt where run = $1 and import = $2 and table_name = $3) first
            group by first.batch + (number - 1) / 10000
            """);
        command.Parameters.Add(new() { Value = run.Context.Run });
        command.Parameters.Add(new() { Value = run.ImportName });
        command.Parameters.Add(new() { Value = $"{table.Schema}.{table.Name}" });
        command.Parameters.Add(new() { Value = table.Key.ToArray() });
        command.Parameters.Add(new() { Value = columns });
        var forms = await TextForms.Fix(run.Target, cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await forms.Restore(cancellationToken);
    }
}
