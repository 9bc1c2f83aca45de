using Npgsql;

namespace Schema.Import;

/// <summary>A table of the live target: its columns, its primary key, its user triggers.</summary>
sealed record TargetTable(string Schema, string Name, IReadOnlyList<TargetColumn> Columns, IReadOnlyList<string> Key)
{
    const string Sql =
        """
        with recursive resolved as (
            select wanted.at, a as attribute, a.atttypid as type, a.atttypmod as modifier, a.attnotnull as required
            from unnest($1::text[]) with ordinality wanted (name, at)
            join pg_attribute a on a.attrelid = to_regclass(wanted.name) and a.attnum > 0 and not a.attisdropped
            union all
            select r.at, r.attribute, t.typbasetype, t.typtypmod, r.required or t.typnotnull
            from resolved r join pg_type t on t.oid = r.type and t.typtype = 'd'
        )
        select n.nspname, c.relname, (attribute).attname, t.typname, t.oid, r.modifier, t.typtype = 'e', e.typname, e.oid, e.typtype = 'e',
               format_type((attribute).atttypid, (attribute).atttypmod), not r.required,
               (attribute).atthasdef or (attribute).attidentity <> '', (attribute).attgenerated <> '' or (attribute).attidentity = 'a',
               coalesce(array_position(k.indkey::int2[], (attribute).attnum), -1), r.at::int - 1
        from resolved r
        join pg_class c on c.oid = (attribute).attrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_type t on t.oid = r.type and t.typtype <> 'd'
        left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
        left join pg_index k on k.indrelid = c.oid and k.indisprimary
        order by r.at, (attribute).attnum
        """;

    public string Quoted => SqlName.Quote(Schema, Name);

    /// <summary>What people call it: without the schema when that is the usual one.</summary>
    public string Shown => Schema is "public" || Schema.StartsWith("pg_temp", StringComparison.Ordinal) ? Name : $"{Schema}.{Name}";

    public TargetColumn? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);

    public static async Task<TargetTable?> Find(NpgsqlConnection connection, string table, CancellationToken cancellationToken) =>
        (await Find(connection, [table], cancellationToken)).GetValueOrDefault(table);

    /// <summary>Those that there are.</summary>
    public static async Task<Dictionary<string, TargetTable>> Find(NpgsqlConnection connection, string[] tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. tables.Select(SqlName.QuoteQualified)] });
        // An import asks more than once, and planning takes longer than looking.
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(int Table, string Schema, string Name, TargetColumn Column, int Key)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetInt32(15), reader.GetString(0), reader.GetString(1), Column(reader), reader.GetInt32(14)));

        return rows.GroupBy(row => row.Table).ToDictionary(
            table => tables[table.Key],
            table => new TargetTable(
                table.First().Schema,
                table.First().Name,
                [.. table.Select(row => row.Column)],
                [.. table.Where(row => row.Key >= 0).OrderBy(row => row.Key).Select(row => row.Column.Name)]));
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
