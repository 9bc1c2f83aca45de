namespace Schema.Import;

/// <summary>How the keys of a table are kept in a receipt: uuids and integers as they are, all others as text.</summary>
sealed record ReceiptKey(string Column, string Type, IReadOnlyList<string> KeyColumns)
{
    public static ReceiptKey Of(TargetTable table) => table switch
    {
        { Key: [] } => throw new SchemaException(
            ExitCode.Usage,
            $"{table.Shown} has no primary key, and a receipt names rows by it.",
            "Give the table a primary key in the migration that makes it."),
        { Key: [var only] } => table.Find(only)!.Type.Name switch
        {
            "uuid" => new("uuids", "uuid", table.Key),
            "int2" or "int4" or "int8" => new("integers", "bigint", table.Key),
            _ => new("texts", "text", table.Key),
        },
        _ => new("texts", "text", table.Key),
    };

    /// <summary>The kind in which older receipts hold their keys, whatever the column is now.</summary>
    public static ReceiptKey Kept(string column, IReadOnlyList<string> keyColumns) =>
        new(column, column switch { "uuids" => "uuid", "integers" => "bigint", _ => "text" }, keyColumns);

    public string Expression(string alias)
    {
        var names = KeyColumns.Select(name => $"{alias}.{SqlName.Quote(name)}");
        return KeyColumns.Count == 1 ? $"{names.First()}::{Type}" : $"row({string.Join(", ", names)})::text";
    }
}
