namespace Schema.Import;

/// <summary>A hash of a row's columns in their text forms: a dump, a rewrite or another server gives the same.</summary>
static class RowFingerprint
{
    public static string Sql(string alias, IEnumerable<string> columns) =>
        $"""hashtextextended(row({string.Join(", ", columns.Select(column => $"{alias}.{SqlName.Quote(column)}"))})::text collate "C", 0)""";
}
