using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Moves the sequences of the written tables past their columns' values: a restart is undone by a rollback, <c>setval</c> is not.</summary>
static class TransferSequences
{
    sealed record Owned(string Sequence, string Table, string Column, long Greatest);

    const string Sql =
        """
        select distinct format('%I.%I', sn.nspname, s.relname), format('%I.%I', tn.nspname, t.relname), a.attname::text, q.seqmax
        from (select d.objid as sequence, d.refobjid as relation, d.refobjsubid::int as attnum
              from pg_depend d
              where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
              union
              select d.refobjid, ad.adrelid, ad.adnum
              from pg_attrdef ad
              join pg_depend d on d.classid = 'pg_attrdef'::regclass and d.objid = ad.oid and d.refclassid = 'pg_class'::regclass) used
        join pg_class s on s.oid = used.sequence and s.relkind = 'S'
        join pg_sequence q on q.seqrelid = s.oid and q.seqincrement > 0
        join pg_namespace sn on sn.oid = s.relnamespace
        join pg_class t on t.oid = used.relation
        join pg_namespace tn on tn.oid = t.relnamespace
        join pg_attribute a on a.attrelid = t.oid and a.attnum = used.attnum
        where t.oid = any ($1)
        order by 1
        """;

    public static async Task Advance(NpgsqlConnection target, IReadOnlyList<uint> tables, CancellationToken cancellationToken)
    {
        foreach (var owned in await Find(target, tables, cancellationToken))
        {
            await using var position = new NpgsqlCommand(
                $"""
                select case when used.greatest < {owned.Greatest} then used.greatest + 1 else {owned.Greatest} end
                from {owned.Sequence} position, (select max({SqlName.Quote(owned.Column)})::bigint as greatest from {owned.Table}) used
                where used.greatest > position.last_value or (used.greatest = position.last_value and not position.is_called)
                """,
                target);
            if (await position.ExecuteScalarAsync(cancellationToken) is not long next)
                continue;

            await using var restart = new NpgsqlCommand($"alter sequence {owned.Sequence} restart with {next}", target);
            await restart.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    static async Task<List<Owned>> Find(NpgsqlConnection target, IReadOnlyList<uint> tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, target);
        command.Parameters.Add(new() { Value = tables.ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Owned>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3)));

        return found;
    }
}
