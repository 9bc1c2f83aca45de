namespace Schema.Import.MySql;

/// <summary>Where a MySQL or MariaDB database lives and how to get in; it prints without the password.</summary>
public sealed record MySqlAddress(string Host, int Port, string User, string Password, string Database)
{
    public const int DefaultPort = 3306;

    public MySqlTls Tls { get; init; } = MySqlTls.Disabled;

    /// <summary>A PEM file with the authorities to believe instead of the system's.</summary>
    public string? CertificateAuthorities { get; init; }

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Host and port as a person writes them, for messages.</summary>
    public string Server => $"{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}";

    public static bool Names(string url) =>
        url.StartsWith("mysql://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mariadb://", StringComparison.OrdinalIgnoreCase);

    public static MySqlAddress Parse(string url)
    {
        // The text itself stays out of the message: it holds a password.
        if (!Names(url) || !Uri.TryCreate(url, UriKind.Absolute, out var parts) || parts.Host.Length == 0)
            throw Wrong("A MySQL address was expected, but the text is not one");

        var (user, password) = Credentials(parts.UserInfo);
        var database = Uri.UnescapeDataString(parts.AbsolutePath.TrimStart('/'));
        var address = new MySqlAddress(parts.DnsSafeHost, parts.Port > 0 ? parts.Port : DefaultPort, user, password, database);
        if (user.Length == 0)
            throw Wrong($"The MySQL address of {address.Server} names no user");
        if (database.Length == 0 || parts.AbsolutePath.TrimStart('/').Contains('/'))
            throw Wrong($"The MySQL address of {address.Server} does not name one database");

        return MySqlAddressOptions.Apply(address, parts.Query);
    }

    public override string ToString() =>
        $"mysql://{Uri.EscapeDataString(User)}@{Server}/{Uri.EscapeDataString(Database)}";

    static (string User, string Password) Credentials(string text)
    {
        var colon = text.IndexOf(':');
        return colon < 0
            ? (Uri.UnescapeDataString(text), "")
            : (Uri.UnescapeDataString(text[..colon]), Uri.UnescapeDataString(text[(colon + 1)..]));
    }

    static SchemaException Wrong(string found) => new(
        ExitCode.Usage,
        $"{found}.",
        "Write mysql://USER:PASSWORD@HOST:PORT/DATABASE; in user and password write @ as %40, : as %3A, / as %2F, # as %23, ? as %3F, % as %25.");
}
