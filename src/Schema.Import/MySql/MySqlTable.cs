namespace Schema.Import.MySql;

/// <summary>A table of the source as its catalogue describes it.</summary>
public sealed record MySqlTable(
    string Name,
    string Engine,
    long EstimatedRows,
    IReadOnlyList<MySqlColumn> Columns,
    IReadOnlyList<MySqlKey> Keys,
    IReadOnlyList<MySqlForeignKey> ForeignKeys)
{
    public long EstimatedBytes { get; init; }

    /// <summary>Whether rows that were changed or deleted are kept beside those that there are.</summary>
    public bool KeepsHistory { get; init; }

    public MySqlKey? PrimaryKey => Keys.FirstOrDefault(key => key.Name == "PRIMARY");

    /// <summary>Whether the connection's snapshot holds for it; other engines show every change at once.</summary>
    public bool IsInSnapshot => Engine is "InnoDB" or "ROCKSDB";
}

/// <summary>A column: <c>int</c> is its data type where <c>int(10) unsigned</c> is its column type.</summary>
public sealed record MySqlColumn(
    string Name,
    string DataType,
    string ColumnType,
    bool IsNullable,
    string? CharacterSet,
    string? Collation,
    bool IsAutoIncrement,
    MySqlGenerated? Generated)
{
    /// <summary>What to select for the column's exact value: a float alone is shown with six digits only.</summary>
    public string Expression => DataType == "float" ? $"{MySqlName.Quote(Name)} + 0e0" : MySqlName.Quote(Name);
}

/// <summary>How a column is computed from others.</summary>
public sealed record MySqlGenerated(string Expression, bool IsStored);

/// <summary>An index in its order; a part that is an expression, not a column, has no name.</summary>
public sealed record MySqlKey(string Name, bool IsUnique, IReadOnlyList<MySqlKeyPart> Parts);

/// <summary>A column of an index, or only its first characters.</summary>
public sealed record MySqlKeyPart(string? Column, int? Prefix);

/// <summary>A foreign key; its rules are MySQL's words, such as <c>CASCADE</c> or <c>SET NULL</c>.</summary>
public sealed record MySqlForeignKey(
    string Name,
    IReadOnlyList<string> Columns,
    string ReferencedDatabase,
    string ReferencedTable,
    IReadOnlyList<string> ReferencedColumns,
    string OnDelete,
    string OnUpdate);
