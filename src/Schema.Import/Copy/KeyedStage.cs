using Npgsql;

namespace Schema.Import;

/// <summary>A temporary twin of a table: rows go there first, then those that are new go over, and their keys are known.</summary>
sealed class KeyedStage(StepRun run, TargetTable table, IReadOnlyList<string> columns)
{
    const string RowsName = "schema_import_rows";
    const string KeysName = "schema_import_written";
    const int MostListed = 5;

    readonly string key = Names(table.Key);

    public string Rows { get; } = SqlName.Quote("pg_temp", RowsName);

    /// <summary>Picks the rows of the table that were written.</summary>
    public string WrittenCondition => $"where ({key}) in (select {key} from {Written})";

    static string Written => SqlName.Quote("pg_temp", KeysName);

    string All => Names(columns);

    /// <summary>Joins the twin, as <c>s</c>, with the table, as <c>t</c>.</summary>
    string Join => $"{Rows} s join {table.Quoted} t on {string.Join(" and ", table.Key.Select(name => $"s.{SqlName.Quote(name)} = t.{SqlName.Quote(name)}"))}";

    /// <summary>Compares the bytes of both rows: every type has them, and equal bytes are equal values.</summary>
    string Differs => $"record_image_ne(row({Prefixed("s")}), row({Prefixed("t")}))";

    public async Task Create(CancellationToken cancellationToken)
    {
        await run.Execute($"create temporary table {Rows} on commit drop as select {All} from {table.Quoted} with no data", cancellationToken);
        await run.Execute($"create temporary table {Written} on commit drop as select {key} from {table.Quoted} with no data", cancellationToken);
    }

    public async Task<long> Insert(
        bool keeps, IReadOnlyList<string> conflictColumns, IReadOnlyList<RecordMember> members, CancellationToken cancellationToken)
    {
        var conflict = keeps ? $"on conflict ({Names(conflictColumns.Count > 0 ? conflictColumns : table.Key)}) do nothing" : "";
        try
        {
            var written = await run.Count(
                $"""
                with written as (
                    insert into {table.Quoted} ({All}) select {All} from {Rows} {conflict} returning {key}
                ), noted as (
                    insert into {Written} select {key} from written returning 1
                )
                select count(*) from noted
                """,
                cancellationToken);
            // Without knowing how many there are the server would look each one up.
            await run.Execute($"analyze {Rows}; analyze {Written}", cancellationToken);

            return written;
        }
        catch (PostgresException refused)
        {
            throw run.Refused(refused, table, members);
        }
    }

    public async Task ProveWritten(CancellationToken cancellationToken)
    {
        var differing = await Keys($"{Differs} and ({Prefixed("t", table.Key)}) in (select {key} from {Written})", cancellationToken);
        if (differing.Count > 0)
            throw run.Refuse($"what stands in {table.Shown} differs from what was sent: {string.Join("; ", differing)}", ProofAdvice.Text);
    }

    /// <summary>Rows that are there since an earlier run and that the source has otherwise now.</summary>
    public async Task<IEnumerable<Conflict>> Changed(CancellationToken cancellationToken)
    {
        var changed = await Keys($"{Differs} and ({Prefixed("t", table.Key)}) not in (select {key} from {Written})", cancellationToken);
        return changed.Select(row => new Conflict($"{run.StepName}: changed since the earlier run, left as it is", row));
    }

    /// <summary>Staged rows that the table has not.</summary>
    public Task<(long Count, List<string> Lines)> Missing(CancellationToken cancellationToken)
    {
        var sameKey = string.Join(" and ", table.Key.Select(name => $"s.{SqlName.Quote(name)} = t.{SqlName.Quote(name)}"));
        return Listed($"from {Rows} s where not exists (select from {table.Quoted} t where {sameKey})", "s", "is missing", cancellationToken);
    }

    /// <summary>Rows that an import wrote, by its receipts, and that are not now what its source says.</summary>
    public Task<(long Count, List<string> Lines)> Different(CancellationToken cancellationToken)
    {
        var kind = ReceiptKey.Of(table);
        return Listed(
            $"""
            from {Join} where {Differs} and {kind.Expression("t")} in (
                select unnest({kind.Column}) from ledger.receipt
                where import = {SqlName.Literal(run.ImportName)} and table_name = {SqlName.Literal($"{table.Schema}.{table.Name}")})
            """,
            "t",
            "differs from the source",
            cancellationToken);
    }

    public async Task Drop(CancellationToken cancellationToken) => await run.Execute($"drop table {Rows}, {Written}", cancellationToken);

    async Task<(long Count, List<string> Lines)> Listed(string from, string alias, string said, CancellationToken cancellationToken)
    {
        var count = await run.Count($"select count(*) {from}", cancellationToken);
        if (count == 0)
            return (0, []);

        await using var command = run.Command($"select concat_ws(', ', {Prefixed(alias, table.Key)}) {from} order by 1 limit {MostListed}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            lines.Add($"{table.Shown} {reader.GetString(0)} {said}");

        return (count, lines);
    }

    async Task<List<string>> Keys(string condition, CancellationToken cancellationToken)
    {
        await using var command = run.Command($"select concat_ws(', ', {Prefixed("t", table.Key)}) from {Join} where {condition} order by 1 limit {MostListed}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            keys.Add($"{table.Shown} {reader.GetString(0)}");

        return keys;
    }

    string Prefixed(string alias) => Prefixed(alias, columns);

    static string Prefixed(string alias, IReadOnlyList<string> names) => string.Join(", ", names.Select(name => $"{alias}.{SqlName.Quote(name)}"));

    static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Select(SqlName.Quote));
}
