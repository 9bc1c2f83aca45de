using Npgsql;

namespace Schema.Import;

/// <summary>A foreign key of the live target, with its columns paired and what happens when the row it refers to goes.</summary>
sealed record ForeignKey(string Name, string Child, string ChildShown, string ChildKey, string Parent, string ParentShown, string ParentKey, string Match, bool LetsGo)
{
    /// <summary>All foreign keys onto tables that hold rows to be deleted; <c>set null</c> and <c>set default</c> let them go.</summary>
    public static async Task<IReadOnlyList<ForeignKey>> Onto(ImportContext context, string rows, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select f.conname, format('%I.%I', cn.nspname, c.relname), c.oid::regclass::text, {KeyOf("c", "'c'")},
                   format('%I.%I', pn.nspname, p.relname), p.oid::regclass::text, {KeyOf("p", "'p'")},
                   (select string_agg(format('c.%I = p.%I', ca.attname, pa.attname), ' and ' order by pair.at)
                    from unnest(f.conkey, f.confkey) with ordinality as pair (child, parent, at)
                    join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = pair.child
                    join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = pair.parent),
                   f.confdeltype in ('n', 'd')
            from pg_constraint f
            join pg_class c on c.oid = f.conrelid join pg_namespace cn on cn.oid = c.relnamespace
            join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
            where f.contype = 'f' and f.conparentid = 0
              and p.oid in (select coalesce(pg_partition_root(relation), relation) from {rows})
            order by cn.nspname collate "C", c.relname collate "C", f.conname collate "C"
            """,
            context.Target,
            context.Transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<ForeignKey>();
        while (await reader.ReadAsync(cancellationToken))
            keys.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), reader.GetString(6), reader.GetString(7), reader.GetBoolean(8)));

        return keys;
    }

    /// <summary>The expression that names a row: its primary key, or its place where there is none.</summary>
    static string KeyOf(string relation, string alias) =>
        $"""
        coalesce((select 'concat_ws('', '', ' || string_agg(format('coalesce(nullif(%s.%I::text, ''''), '''''''''''')', {alias}, a.attname), ', ' order by k.at) || ')'
                  from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, at)
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                  where i.indrelid = {relation}.oid and i.indisprimary), {alias} || '.ctid::text')
        """;
}
