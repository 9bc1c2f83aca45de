using Npgsql;

namespace Schema.Import.Transfer;

/// <summary>A foreign key of the target, as it was, and the rows that break it.</summary>
sealed record TransferForeignKey(
    uint TableId,
    string Table,
    string Name,
    string Definition,
    string? Comment,
    IReadOnlyList<string> Columns,
    string Referenced,
    IReadOnlyList<string> ReferencedColumns)
{
    const int MostListed = 5;

    const string Sql =
        """
        select f.conrelid, format('%I.%I', n.nspname, c.relname), f.conname::text, pg_get_constraintdef(f.oid), obj_description(f.oid, 'pg_constraint'),
               array(select a.attname::text from unnest(f.conkey) with ordinality k (attnum, place)
                     join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum order by k.place),
               format('%I.%I', rn.nspname, r.relname),
               array(select a.attname::text from unnest(f.confkey) with ordinality k (attnum, place)
                     join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum order by k.place)
        from pg_constraint f
        join pg_class c on c.oid = f.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_class r on r.oid = f.confrelid
        join pg_namespace rn on rn.oid = r.relnamespace
        where f.contype = 'f' and f.conparentid = 0 and f.conrelid = any ($1)
        order by n.nspname collate "C", c.relname collate "C", f.conname collate "C"
        """;

    /// <summary>One that was never validated comes back as such, and looks at none of the rows that are there by then.</summary>
    public bool IsValidated => !Definition.EndsWith(" NOT VALID", StringComparison.Ordinal);

    public static async Task<IReadOnlyList<TransferForeignKey>> Of(NpgsqlConnection target, IReadOnlyList<uint> tables, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, target);
        command.Parameters.Add(new() { Value = tables.ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<TransferForeignKey>();
        while (await reader.ReadAsync(cancellationToken))
            keys.Add(new(
                reader.GetFieldValue<uint>(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetFieldValue<string[]>(5), reader.GetString(6), reader.GetFieldValue<string[]>(7)));

        return keys;
    }

    /// <summary>The first rows without the row they refer to, by table, key, column and value, and how many there are.</summary>
    public async Task<IReadOnlyList<string>> Orphans(NpgsqlConnection target, IReadOnlyList<TransferTable> tables, CancellationToken cancellationToken)
    {
        var table = tables.First(candidate => candidate.Id == TableId);
        var key = table.Key.Count > 0 ? table.Key : [.. table.Columns.Select(column => column.Name)];
        await using var command = new NpgsqlCommand(
            $"""
            select array[{Joined(key, name => $"child.{name}::text")}], array[{Joined(Columns, name => $"child.{name}::text")}], count(*) over ()
            from {table.Own} child
            where {string.Join(" and ", Columns.Select(name => $"child.{SqlName.Quote(name)} is not null"))}
              and not exists (select from {Referenced} parent where {string.Join(" and ", Columns.Zip(ReferencedColumns, Equal))})
            order by 1
            limit {MostListed}
            """,
            target);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (lines, count) = (new List<string>(), 0L);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add($"{table.Shown} {Text(reader, 0, isWhole: table.Key.Count > 0)}: {string.Join(", ", Columns)} '{Text(reader, 1, isWhole: false)}' is not in {Plain(Referenced)}");
            count = reader.GetInt64(2);
        }

        if (count > lines.Count)
            lines.Add($"and {count - lines.Count:N0} more of {table.Shown}.{string.Join(", ", Columns)}");

        return lines;
    }

    /// <summary>A key that is cut off finds nothing.</summary>
    static string Text(NpgsqlDataReader reader, int ordinal, bool isWhole) =>
        string.Join(", ", reader.GetFieldValue<string?[]>(ordinal).Select(part => isWhole ? FieldText.OneLine(part ?? "NULL") : FieldText.Shorten(part ?? "NULL")));

    static string Joined(IEnumerable<string> names, Func<string, string> expression) =>
        string.Join(", ", names.Select(SqlName.Quote).Select(expression));

    static string Equal(string child, string parent) => $"parent.{SqlName.Quote(parent)} = child.{SqlName.Quote(child)}";

    static string Plain(string quoted) =>
        quoted.Replace("\"", "") is var name && name.StartsWith("public.", StringComparison.Ordinal) ? name["public.".Length..] : name;
}
