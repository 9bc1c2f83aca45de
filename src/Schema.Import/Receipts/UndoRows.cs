using Npgsql;

namespace Schema.Import;

/// <summary>The rows that an undo deletes, by their place; the locks held keep each where it is.</summary>
sealed class UndoRows(ImportContext context)
{
    public const string Table = "pg_temp.schema_undo";
    const int MostLost = 1000;

    public Task Create(CancellationToken cancellationToken) => Execute(
        $"""
        -- A dry run undoes several imports in one transaction.
        drop table if exists {Table};
        create temporary table {Table} (
            relation oid not null, place tid not null, edited boolean not null, shown text not null, primary key (relation, place)
        ) on commit drop
        """,
        cancellationToken);

    /// <summary>The rows of a receipt that are still there; those whose hash is another were edited.</summary>
    public async Task Add(ReceiptGroup receipt, CancellationToken cancellationToken)
    {
        var forms = await TextForms.Fix(context.Target, cancellationToken);
        await Execute(
            $"""
            insert into {Table}
            select t.tableoid, t.ctid, {receipt.IsEdited}, {SqlName.Literal(receipt.Target.Shown)} || ' ' || min(r.key::text)
            {receipt.RowsStillThere}
            on conflict (relation, place) do update set edited = schema_undo.edited and excluded.edited
            """,
            cancellationToken);
        await forms.Restore(cancellationToken);
        await Execute($"analyze {Table}", cancellationToken);
    }

    /// <summary>Rows of others that would be left without the row they refer to go too, and those that refer to them.</summary>
    public async Task AddReferencing(CancellationToken cancellationToken)
    {
        long added;
        do
        {
            added = 0;
            foreach (var key in await ForeignKey.Onto(context, Table, cancellationToken))
            {
                if (!key.LetsGo)
                    added += await AddReferencing(key, cancellationToken);
            }
        }
        while (added > 0);
    }

    public Task<List<string>> Lost(CancellationToken cancellationToken) =>
        Lines($"select shown from {Table} where edited order by shown limit {MostLost}", cancellationToken);

    public async Task<List<string>> Edited(int most, CancellationToken cancellationToken) =>
        await Lines($"select shown || ' was changed since' from {Table} where edited order by shown limit {most}", cancellationToken);

    public async Task<List<string>> Referencing(int most, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var key in await ForeignKey.Onto(context, Table, cancellationToken))
        {
            var said = $"{SqlName.Literal(key.ChildShown + " ")} || {key.ChildKey} || {SqlName.Literal($" refers to {key.ParentShown} ")} || {key.ParentKey}";
            lines.AddRange(await Lines(
                $"select {said} || {SqlName.Literal($" ({key.Name})")} {From(key)} order by {key.ChildKey} limit {most - lines.Count}", cancellationToken));
        }

        return lines;
    }

    /// <summary>All in one statement: a foreign key is checked at its end, so the order does not matter.</summary>
    public async Task<IReadOnlyList<UndoneTable>> Delete(CancellationToken cancellationToken)
    {
        var tables = await Lines($"select distinct relation::regclass::text from {Table} order by 1", cancellationToken);
        if (tables.Count == 0)
            return [];

        var deletes = tables.Select((table, number) =>
            $"d{number} as (delete from only {table} t using {Table} u where u.relation = {SqlName.Literal(table)}::regclass and t.ctid = u.place returning u.edited)");
        var counts = tables.Select((table, number) => $"select {number}, count(*), count(*) filter (where edited) from d{number}");
        await using var command = Command($"with {string.Join(", ", deletes)} {string.Join(" union all ", counts)} order by 1");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var undone = new List<UndoneTable>();
        while (await reader.ReadAsync(cancellationToken))
            undone.Add(new UndoneTable(tables[reader.GetInt32(0)], reader.GetInt64(1), reader.GetInt64(2)));

        return undone;
    }

    async Task<long> AddReferencing(ForeignKey key, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"insert into {Table} select distinct c.tableoid, c.ctid, true, {SqlName.Literal(key.ChildShown + " ")} || {key.ChildKey} {From(key)}");

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string From(ForeignKey key) =>
        $"""
        from {key.Child} c
        join {key.Parent} p on {key.Match}
        join {Table} u on u.relation = p.tableoid and u.place = p.ctid
        where not exists (select from {Table} d where d.relation = c.tableoid and d.place = c.ctid)
        """;

    async Task<List<string>> Lines(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            lines.Add(reader.GetString(0));

        return lines;
    }

    async Task Execute(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    NpgsqlCommand Command(string sql) => new(sql, context.Target, context.Transaction) { CommandTimeout = 0 };
}
