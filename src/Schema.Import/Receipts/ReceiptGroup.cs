using Npgsql;

namespace Schema.Import;

/// <summary>The receipts of one import for one table that were written with the same columns.</summary>
sealed record ReceiptGroup(string Import, TargetTable Target, string Table, string[] Columns, ReceiptKey Key)
{
    /// <summary>The rows <c>t</c> that are there still, each beside its receipts <c>r</c>; several runs may have written one receipt each.</summary>
    public string RowsStillThere => $"""
        from {Target.Quoted} t
        join (select unnest({Key.Column}) as key, unnest(hashes) as hash
              from ledger.receipt
              where import = {SqlName.Literal(Import)} and table_name = {SqlName.Literal(Table)}
                and columns = array[{string.Join(", ", Columns.Select(SqlName.Literal))}]::text[]) r on {Key.Expression("t")} = r.key
        group by t.tableoid, t.ctid
        """;

    /// <summary>True of a row that is not now as any of its receipts says.</summary>
    public string IsEdited => $"bool_and({RowFingerprint.Sql("t", Target, Columns)} <> r.hash)";

    public static async Task<IReadOnlyList<ReceiptGroup>> Of(DataImport import, ImportContext context, CancellationToken cancellationToken)
    {
        var groups = new List<ReceiptGroup>();
        foreach (var kept in await Kept(import.Name, context, cancellationToken))
            groups.Add(kept.For(import.Name, await Existing(import, context, kept.Table, [.. kept.Key, .. kept.Columns], cancellationToken)));

        return groups;
    }

    /// <summary>Those of one table, as far as it still has the columns that they were written with.</summary>
    public static async Task<IReadOnlyList<ReceiptGroup>> Of(string import, TargetTable target, ImportContext context, CancellationToken cancellationToken) =>
        [.. (await Kept(import, context, cancellationToken))
            .Where(kept => kept.Table == $"{target.Schema}.{target.Name}" && kept.Columns.All(column => target.Find(column) is not null))
            .Select(kept => kept.For(import, target))];

    /// <summary>A column that came after the first run is none of the import's: its going must not stand in an undo's way.</summary>
    public static async Task<string[]?> EarlierColumns(string import, TargetTable target, ImportContext context, CancellationToken cancellationToken) =>
        (await Of(import, target, context, cancellationToken)).MinBy(earlier => earlier.Columns.Length)?.Columns;

    static async Task<List<KeptReceipts>> Kept(string import, ImportContext context, CancellationToken cancellationToken)
    {
        var found = new List<KeptReceipts>();
        await using var command = new NpgsqlCommand(
            """
            select table_name, key_columns, columns,
                   case when uuids is not null then 'uuids' when integers is not null then 'integers' else 'texts' end as kind
            from ledger.receipt where import = $1
            group by 1, 2, 3, 4 order by 1, 3
            """,
            context.Target,
            context.Transaction);
        command.Parameters.Add(new() { Value = import });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetString(0), reader.GetFieldValue<string[]>(1), reader.GetFieldValue<string[]>(2), reader.GetString(3)));

        return found;
    }

    /// <summary>The rows written, by their keys, and those of them that are there now.</summary>
    public async Task<TargetCount> Count(ImportContext context, CancellationToken cancellationToken)
    {
        var forms = await TextForms.Fix(context.Target, cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            select count(*), count(there.key)
            from (select distinct unnest({Key.Column}) as key from ledger.receipt where import = $1 and table_name = $2 and columns = $3) written
            left join (select {Key.Expression("t")} as key from {Target.Quoted} t) there using (key)
            """,
            context.Target,
            context.Transaction)
        { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = Import });
        command.Parameters.Add(new() { Value = Table });
        command.Parameters.Add(new() { Value = Columns });
        TargetCount count;
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            count = new TargetCount(Target.Shown, reader.GetInt64(0), reader.GetInt64(1));
        }

        await forms.Restore(cancellationToken);
        return count;
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
            $"Nothing was changed. Bring back the shape it wrote to (schema up, or schema down), then: schema import undo {import.Name}");
    }

    sealed record KeptReceipts(string Table, string[] Key, string[] Columns, string Kind)
    {
        public ReceiptGroup For(string import, TargetTable target) => new(import, target, Table, Columns, ReceiptKey.Kept(Kind, Key));
    }
}
