using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>Reads all tables of a PostgreSQL database at once: ordinary and partitioned ones, neither the ledger nor an extension's.</summary>
static class TransferTables
{
    const string Sql =
        """
        with recursive chosen as (
            select c.oid, n.nspname, c.relname, c.reltuples, c.relowner, c.relkind
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
              and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'ledger')
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        ), resolved as (
            select a.attrelid, a.attnum, a.atttypid as type, a.atttypmod as modifier, a.attnotnull as required
            from pg_attribute a
            where a.attrelid in (select oid from chosen) and a.attnum > 0 and not a.attisdropped
            union all
            select r.attrelid, r.attnum, t.typbasetype, t.typtypmod, r.required or t.typnotnull
            from resolved r join pg_type t on t.oid = r.type and t.typtype = 'd'
        )
        select c.oid, c.nspname, c.relname, pg_has_role(c.relowner, 'usage'), greatest(c.reltuples, 0)::bigint,
               a.attname, t.typname, t.oid, r.modifier, format_type(a.atttypid, a.atttypmod), not r.required,
               a.atthasdef or a.attidentity <> '', a.attgenerated <> '',
               array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder),
               coalesce(array_position(k.indkey::int2[], a.attnum), -1), e.typname, pg_table_size(c.oid), c.relkind = 'p'
        from resolved r
        join chosen c on c.oid = r.attrelid
        join pg_attribute a on a.attrelid = r.attrelid and a.attnum = r.attnum
        join pg_type t on t.oid = r.type and t.typtype <> 'd'
        left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
        left join pg_index k on k.indrelid = c.oid and k.indisprimary
        order by c.nspname collate "C", c.relname collate "C", a.attnum
        """;

    public static async Task<IReadOnlyList<TransferTable>> Read(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<TransferTable>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetFieldValue<uint>(0);
            if (tables.Count == 0 || tables[^1].Id != id)
                tables.Add(new(id, reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), [], [], reader.GetInt64(4))
                {
                    EstimatedBytes = reader.GetInt64(16),
                    IsPartitioned = reader.GetBoolean(17),
                });

            var table = tables[^1];
            tables[^1] = table with { Columns = [.. table.Columns, Column(reader)], Key = WithKey(table.Key, reader) };
        }

        return [.. tables.Select(table => table with { Key = [.. table.Key.Where(part => part.Length > 0)] })];
    }

    static TransferColumn Column(NpgsqlDataReader reader)
    {
        var element = reader.IsDBNull(15) ? null : new TargetType(reader.GetString(15), 0, -1, false, null);
        var labels = reader.GetFieldValue<string[]>(13);
        var type = new TargetType(reader.GetString(6), reader.GetFieldValue<uint>(7), reader.GetInt32(8), labels.Length > 0, element);
        return new(reader.GetString(5), type, reader.GetString(9), reader.GetBoolean(10), reader.GetBoolean(11), reader.GetBoolean(12))
        {
            Labels = labels,
        };
    }

    /// <summary>The columns of a key come in the table's order, and are put into the key's.</summary>
    static IReadOnlyList<string> WithKey(IReadOnlyList<string> key, NpgsqlDataReader reader)
    {
        if (reader.GetInt32(14) is not (>= 0 and var position))
            return key;

        var parts = new string[Math.Max(key.Count, position + 1)];
        Array.Fill(parts, "");
        for (var i = 0; i < key.Count; i++)
            parts[i] = key[i];

        parts[position] = reader.GetString(5);
        return parts;
    }
}
