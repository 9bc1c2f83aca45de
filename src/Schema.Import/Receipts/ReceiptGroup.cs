using Npgsql;

namespace Schema.Import;

/// <summary>The receipts of one import for one table that were written with the same columns.</summary>
sealed record ReceiptGroup(string Import, TargetTable Target, string Table, string[] Columns, ReceiptKey Key)
{
    public static async Task<IReadOnlyList<ReceiptGroup>> Of(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var found = new List<(string Table, string[] Key, string[] Columns, string Kind)>();
        await using (var command = new NpgsqlCommand(
            """
            select table_name, key_columns, columns,
                   case when uuids is not null then 'uuids' when integers is not null then 'integers' else 'texts' end as kind
            from ledger.receipt where import = $1
            group by 1, 2, 3, 4 order by 1, 3
            """,
            context.Target,
            context.Transaction))
        {
            command.Parameters.Add(new() { Value = import.Name });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                found.Add((reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2), reader.GetString(3)));
        }

        var groups = new List<ReceiptGroup>();
        foreach (var (table, key, columns, kind) in found)
            groups.Add(new ReceiptGroup(import.Name, await Existing(import, context, table, [.. key, .. columns], cancellationToken), table, columns, ReceiptKey.Kept(kind, key)));

        return groups;
    }

    public static async Task Forget(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "with sequences as (delete from ledger.receipt_sequence where import = $1) delete from ledger.receipt where import = $1",
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = import.Name });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static async Task<TargetTable> Existing(
        DataImport import, ImportContext context, string table, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        var target = await TargetTable.Find(context.Target, table, cancellationToken);
        var gone = columns.FirstOrDefault(column => target?.Find(column) is null);
        if (target is not null && gone is null)
            return target;

        var missing = target is null ? $"the table {table}" : $"the column {table}.{gone}";
        throw new SchemaException(
            ExitCode.Guarded,
            $"{import.Title} cannot be taken back: it wrote to {missing}, which is not there now.",
            "Nothing was changed. Take back the later migrations first.");
    }
}
