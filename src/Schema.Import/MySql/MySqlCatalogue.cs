using System.Globalization;

namespace Schema.Import.MySql;

/// <summary>What the source's database consists of: its tables, no views.</summary>
public static class MySqlCatalogue
{
    const string Tables =
        """
        select table_name, coalesce(engine, ''), coalesce(table_rows, 0), coalesce(data_length, 0), table_type
        from information_schema.tables
        where table_schema = database() and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
        """;

    const string Columns =
        """
        select table_name, column_name, data_type, column_type, is_nullable, character_set_name, collation_name, extra, generation_expression
        from information_schema.columns
        where table_schema = database()
        order by table_name, ordinal_position
        """;

    const string HasJsonChecks =
        "select count(*) from information_schema.columns where table_schema = 'information_schema' and table_name = 'check_constraints' and column_name = 'level'";

    const string JsonChecks =
        """
        select table_name, constraint_name
        from information_schema.check_constraints
        where constraint_schema = database() and level = 'Column' and check_clause = concat('json_valid(`', replace(constraint_name, '`', '``'), '`)')
        """;

    const string Keys =
        """
        select table_name, index_name, non_unique, column_name, sub_part
        from information_schema.statistics
        where table_schema = database()
        order by table_name, index_name, seq_in_index
        """;

    const string ForeignKeys =
        """
        select part.table_name, part.constraint_name, part.column_name,
               part.referenced_table_schema, part.referenced_table_name, part.referenced_column_name,
               rule.delete_rule, rule.update_rule
        from information_schema.key_column_usage part
        join information_schema.referential_constraints rule
          on rule.constraint_schema = part.constraint_schema
         and rule.table_name = part.table_name
         and rule.constraint_name = part.constraint_name
        where part.table_schema = database() and part.referenced_table_name is not null
        order by part.table_name, part.constraint_name, part.ordinal_position
        """;

    /// <summary>All tables, in the byte order of their names.</summary>
    public static async Task<IReadOnlyList<MySqlTable>> Read(MySqlConnection connection, CancellationToken cancel)
    {
        var json = await JsonColumns(connection, cancel);
        var columns = (await Rows(connection, Columns, cancel)).ToLookup(row => row[0]!, row => json.Contains((row[0]!, row[1]!)) ? AsJson(Column(row)) : Column(row));
        var keys = (await Rows(connection, Keys, cancel)).ToLookup(row => row[0]!);
        var foreignKeys = (await Rows(connection, ForeignKeys, cancel)).ToLookup(row => row[0]!);

        return
        [
            .. (await Rows(connection, Tables, cancel))
                .OrderBy(row => row[0], StringComparer.Ordinal)
                .Select(row => new MySqlTable(
                    row[0]!, row[1]!, Number(row[2]), [.. columns[row[0]!]], [.. keys[row[0]!].GroupBy(part => part[1]!, Key)],
                    [.. foreignKeys[row[0]!].GroupBy(part => part[1]!, ForeignKey)])
                {
                    EstimatedBytes = Number(row[3]),
                    KeepsHistory = row[4] == "SYSTEM VERSIONED",
                }),
        ];
    }

    /// <summary>MariaDB's JSON is a text with a check that bears the column's name; MySQL has a type and no such list.</summary>
    static async Task<HashSet<(string Table, string Column)>> JsonColumns(MySqlConnection connection, CancellationToken cancel) =>
        (await Rows(connection, HasJsonChecks, cancel))[0][0] == "0" ? [] : [.. (await Rows(connection, JsonChecks, cancel)).Select(row => (row[0]!, row[1]!))];

    static MySqlColumn AsJson(MySqlColumn column) => column with { DataType = "json", ColumnType = "json" };

    static async Task<List<string?[]>> Rows(MySqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var rows = await connection.Query(sql, cancel);
        var found = new List<string?[]>();
        while (await rows.Read(cancel))
            found.Add([.. Enumerable.Range(0, rows.Fields.Count).Select(rows.Text)]);

        return found;
    }

    static MySqlColumn Column(string?[] row)
    {
        var extra = row[7]!.ToUpperInvariant();
        // DEFAULT_GENERATED is MySQL's word for a default that is an expression.
        var generated = extra.Contains("STORED GENERATED") || extra.Contains("VIRTUAL GENERATED");
        return new MySqlColumn(
            row[1]!, row[2]!.ToLowerInvariant(), row[3]!, row[4] == "YES", row[5], row[6], extra.Contains("AUTO_INCREMENT"),
            generated ? new MySqlGenerated(row[8] ?? "", extra.Contains("STORED GENERATED")) : null);
    }

    static MySqlKey Key(string name, IEnumerable<string?[]> parts)
    {
        var rows = parts.ToList();
        return new MySqlKey(
            name, rows[0][2] == "0", [.. rows.Select(row => new MySqlKeyPart(row[3], row[4] is { } prefix ? (int)Number(prefix) : null))]);
    }

    static MySqlForeignKey ForeignKey(string name, IEnumerable<string?[]> parts)
    {
        var rows = parts.ToList();
        return new MySqlForeignKey(
            name, [.. rows.Select(row => row[2]!)], rows[0][3]!, rows[0][4]!, [.. rows.Select(row => row[5]!)], rows[0][6]!, rows[0][7]!);
    }

    static long Number(string? text) => (long)Math.Min(ulong.Parse(text!, CultureInfo.InvariantCulture), long.MaxValue);
}
