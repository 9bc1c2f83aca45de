namespace Schema.Import;

/// <summary>The one place where an identifier or a literal becomes SQL text.</summary>
public static class SqlName
{
    public static string Quote(string identifier)
    {
        if (identifier.Length == 0 || identifier.Contains('\0'))
            throw new ArgumentException("An SQL identifier is neither empty nor holds a NUL.", nameof(identifier));

        return $"\"{identifier.Replace("\"", "\"\"")}\"";
    }

    public static string Quote(string schema, string identifier) => $"{Quote(schema)}.{Quote(identifier)}";

    /// <summary><c>users</c> or <c>archive.users_old</c>, each part quoted.</summary>
    public static string QuoteQualified(string name) => string.Join('.', name.Split('.', 2).Select(Quote));

    public static string Literal(string value) =>
        value.Contains('\\') ? $"E'{value.Replace("\\", "\\\\").Replace("'", "''")}'" : $"'{value.Replace("'", "''")}'";
}
