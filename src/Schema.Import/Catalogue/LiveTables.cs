using Npgsql;

namespace Schema.Import;

/// <summary>The tables that are there now, with the server's estimate of their rows and of the values in each column.</summary>
sealed class LiveTables(string currentSchema, IReadOnlyDictionary<(string Schema, string Table), LiveTable> tables)
{
    const string Tables = TableQueries.Relation +
        """
        select current_schema(), r.schema, r.relname, r.reltuples::bigint, array_agg(a.attname::text), array_agg(coalesce(1 - s.null_frac, 1))
        from relation r
        join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        left join pg_stats s on s.schemaname = r.schema and s.tablename = r.relname and s.attname = a.attname and not s.inherited
        where r.relkind in ('r', 'p', 'f')
        group by r.schema, r.relname, r.reltuples
        order by r.schema, r.relname
        """;

    internal string CurrentSchema { get; } = currentSchema;

    internal IEnumerable<(string Schema, string Table)> Names => tables.Keys;

    internal LiveTable this[(string Schema, string Table) name] => tables[name];

    internal bool Has((string Schema, string Table) table, string? column) =>
        tables.TryGetValue(table, out var found) && (column is null || found.Filled.ContainsKey(column));

    internal static async Task<LiveTables> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (schema, tables) = ("public", new Dictionary<(string, string), LiveTable>());
        while (await reader.ReadAsync(cancellation))
        {
            schema = reader.IsDBNull(0) ? schema : reader.GetString(0);
            var filled = reader.GetFieldValue<string[]>(4).Zip(reader.GetFieldValue<float[]>(5)).ToDictionary();
            tables[(reader.GetString(1), reader.GetString(2))] = new LiveTable(reader.GetInt64(3), filled);
        }

        return new LiveTables(schema, tables);
    }
}

/// <summary><paramref name="Filled"/> is the share of rows in which a column has a value.</summary>
sealed record LiveTable(long EstimatedRows, IReadOnlyDictionary<string, float> Filled);
