using Npgsql;

namespace Schema.Import;

/// <summary>A table of the live target: its columns, its primary key, its user triggers.</summary>
sealed record TargetTable(string Schema, string Name, IReadOnlyList<TargetColumn> Columns, IReadOnlyList<string> Key)
{
    const string Sql =
        """
        with recursive resolved as (
            select a.attnum, a.atttypid as type, a.atttypmod as modifier, a.attnotnull as required
            from pg_attribute a
            where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
            union all
            select r.attnum, t.typbasetype, t.typtypmod, r.required or t.typnotnull
            from resolved r join pg_type t on t.oid = r.type and t.typtype = 'd'
        )
        select n.nspname, c.relname, a.attname, t.typname, t.oid, r.modifier, t.typtype = 'e', e.typname, e.oid, e.typtype = 'e',
               format_type(a.atttypid, a.atttypmod), not r.required, a.atthasdef or a.attidentity <> '', a.attgenerated <> '' or a.attidentity = 'a',
               coalesce(array_position(k.indkey::int2[], a.attnum), -1)
        from resolved r
        join pg_attribute a on a.attrelid = to_regclass($1) and a.attnum = r.attnum
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_type t on t.oid = r.type and t.typtype <> 'd'
        left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
        left join pg_index k on k.indrelid = c.oid and k.indisprimary
        order by a.attnum
        """;

    public string Quoted => SqlName.Quote(Schema, Name);

    /// <summary>What people call it: without the schema when that is the usual one.</summary>
    public string Shown => Schema is "public" || Schema.StartsWith("pg_temp", StringComparison.Ordinal) ? Name : $"{Schema}.{Name}";

    public TargetColumn? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);

    public static async Task<TargetTable?> Find(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SqlName.QuoteQualified(table) });
        // An import asks for many tables, and planning takes longer than looking.
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<TargetColumn>();
        var key = new SortedDictionary<int, string>();
        var (schema, name) = ("", "");
        while (await reader.ReadAsync(cancellationToken))
        {
            (schema, name) = (reader.GetString(0), reader.GetString(1));
            columns.Add(Column(reader));
            if (reader.GetInt32(14) is >= 0 and var position)
                key.Add(position, reader.GetString(2));
        }

        return columns.Count == 0 ? null : new TargetTable(schema, name, columns, [.. key.Values]);
    }

    static TargetColumn Column(NpgsqlDataReader reader)
    {
        var modifier = reader.GetInt32(5);
        var element = reader.IsDBNull(7) ? null : new TargetType(reader.GetString(7), Oid(reader, 8), modifier, reader.GetBoolean(9), null);
        var type = new TargetType(reader.GetString(3), Oid(reader, 4), modifier, reader.GetBoolean(6), element);

        return new TargetColumn(reader.GetString(2), type, reader.GetString(10), reader.GetBoolean(11), reader.GetBoolean(12), reader.GetBoolean(13));
    }

    static uint Oid(NpgsqlDataReader reader, int ordinal) => reader.GetFieldValue<uint>(ordinal);
}
