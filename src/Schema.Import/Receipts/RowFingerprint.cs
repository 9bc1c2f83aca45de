namespace Schema.Import;

/// <summary>A hash of a row's columns that a dump, a rewrite, other settings or another server do not change.</summary>
static class RowFingerprint
{
    public static string Sql(string alias, TargetTable table, IEnumerable<string> columns) =>
        $"hash_record_extended(row({string.Join(", ", columns.Select(column => Stable(alias, table.Find(column)!)))}), 0)";

    /// <summary>Types that the server hashes by value stay as they are; of an enum it hashes the number of its label, which a dump changes.</summary>
    static string Stable(string alias, TargetColumn column)
    {
        var name = $"{alias}.{SqlName.Quote(column.Name)}";
        return column.Type.Name switch
        {
            "text" or "varchar" or "bpchar" => $"{name} collate \"C\"",
            "bool" or "int2" or "int4" or "int8" or "numeric" or "float4" or "float8" or "uuid" or "bytea" or "jsonb"
                or "date" or "time" or "timestamp" or "timestamptz" => name,
            _ => $"{name}::text collate \"C\"",
        };
    }
}
