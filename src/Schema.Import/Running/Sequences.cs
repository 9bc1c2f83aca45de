using Npgsql;

namespace Schema.Import;

/// <summary>Moves sequences past the keys that were written, as the last act: a restart is undone by a rollback, <c>setval</c> is not.</summary>
static class Sequences
{
    const string Owned =
        """
        select distinct format('%I.%I', n.nspname, s.relname), a.attname
        from (select d.objid as sequence, d.refobjsubid as attnum
              from pg_depend d
              where d.classid = 'pg_class'::regclass and d.refobjid = to_regclass($1) and d.refobjsubid > 0 and d.deptype in ('a', 'i')
              union all
              select d.refobjid, ad.adnum
              from pg_attrdef ad
              join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = ad.oid and d.refclassid = 'pg_class'::regclass
              where ad.adrelid = to_regclass($1)) used
        join pg_class s on s.oid = used.sequence and s.relkind = 'S'
        join pg_namespace n on n.oid = s.relnamespace
        join pg_attribute a on a.attrelid = to_regclass($1) and a.attnum = used.attnum
        order by 1, 2
        """;

    public static async Task Advance(
        ImportPlan plan, ImportContext context, IReadOnlyList<StepReport> steps, CancellationToken cancellationToken)
    {
        var written = steps.Where(step => step.Written > 0).Select(step => step.Table).ToHashSet();
        foreach (var table in plan.Tables)
        {
            var target = await TargetTable.Find(context.Target, table, cancellationToken);
            if (target is null || !written.Contains(target.Shown))
                continue;

            foreach (var (sequence, column) in await Of(context, target, cancellationToken))
                await Advance(plan, context, target, sequence, column, cancellationToken);
        }
    }

    static async Task<List<(string Sequence, string Column)>> Of(ImportContext context, TargetTable table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Owned, context.Target, context.Transaction);
        command.Parameters.Add(new() { Value = table.Quoted });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sequences = new List<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
            sequences.Add((reader.GetString(0), reader.GetString(1)));

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
