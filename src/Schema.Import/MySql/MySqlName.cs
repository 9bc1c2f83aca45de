namespace Schema.Import.MySql;

/// <summary>The one place where an identifier becomes MySQL text.</summary>
public static class MySqlName
{
    public static string Quote(string identifier)
    {
        if (identifier.Length == 0 || identifier.Contains('\0'))
            throw new ArgumentException("A MySQL identifier is neither empty nor holds a NUL.", nameof(identifier));

        return $"`{identifier.Replace("`", "``")}`";
    }
}
