using Npgsql;

namespace Schema.Import;

/// <summary>Moves sequences past the keys that were written, as the last act: a restart is undone by a rollback, <c>setval</c> is not.</summary>
static class Sequences
{
    const string Owned =
        """
        select used.at::int - 1, format('%I.%I', n.nspname, s.relname), a.attname
        from (select wanted.at, d.objid as sequence, d.refobjid as relation, d.refobjsubid as attnum
              from unnest($1::text[]) with ordinality wanted (name, at)
              join pg_depend d on d.refobjid = to_regclass(wanted.name)
              where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
              union
              select wanted.at, d.refobjid, ad.adrelid, ad.adnum
              from unnest($1::text[]) with ordinality wanted (name, at)
              join pg_attrdef ad on ad.adrelid = to_regclass(wanted.name)
              join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = ad.oid and d.refclassid = 'pg_class'::regclass) used
        join pg_class s on s.oid = used.sequence and s.relkind = 'S'
        join pg_namespace n on n.oid = s.relnamespace
        join pg_attribute a on a.attrelid = used.relation and a.attnum = used.attnum
        order by used.at, 2, 3
        """;

    public static async Task Advance(
        ImportPlan plan, ImportContext context, IEnumerable<TargetTable> tables, IReadOnlyList<StepReport> steps, CancellationToken cancellationToken)
    {
        var written = steps.Where(step => step.Written > 0).Select(step => step.Table).ToHashSet();
        foreach (var (table, sequence, column) in await Of(context, [.. tables.Where(table => written.Contains(table.Shown))], cancellationToken))
            await Advance(plan, context, table, sequence, column, cancellationToken);
    }

    static async Task<List<(TargetTable Table, string Sequence, string Column)>> Of(
        ImportContext context, TargetTable[] tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Owned, context.Target, context.Transaction);
        command.Parameters.Add(new() { Value = tables.Select(table => table.Quoted).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sequences = new List<(TargetTable, string, string)>();
        while (await reader.ReadAsync(cancellationToken))
            sequences.Add((tables[reader.GetInt32(0)], reader.GetString(1), reader.GetString(2)));

        return sequences;
    }

    static async Task Advance(
        ImportPlan plan, ImportContext context, TargetTable table, string sequence, string column, CancellationToken cancellationToken)
    {
        await using var position = new NpgsqlCommand(
            $"""
            insert into ledger.receipt_sequence (run, import, sequence_name, last_value_before, is_called_before, last_value_after)
            select $1, $2, $3, last_value, is_called, (select max({SqlName.Quote(column)}) from {table.Quoted}) + 1
            from {sequence}
            where (select max({SqlName.Quote(column)}) from {table.Quoted}) >= last_value + is_called::int
            on conflict (run, import, sequence_name) do update set last_value_after = excluded.last_value_after
            returning last_value_after
            """,
            context.Target,
            context.Transaction)
        { CommandTimeout = 0 };
        position.Parameters.Add(new() { Value = context.Run });
        position.Parameters.Add(new() { Value = plan.Import.Name });
        position.Parameters.Add(new() { Value = sequence });
        if (await position.ExecuteScalarAsync(cancellationToken) is not long next)
            return;

        await using var restart = new NpgsqlCommand($"alter sequence {sequence} restart with {next}", context.Target, context.Transaction);
        await restart.ExecuteNonQueryAsync(cancellationToken);
    }
}
