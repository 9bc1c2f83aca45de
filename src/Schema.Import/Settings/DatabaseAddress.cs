using Npgsql;

namespace Schema.Import;

/// <summary>Where a PostgreSQL database is; shown to people without its password.</summary>
public sealed class DatabaseAddress
{
    DatabaseAddress(NpgsqlConnectionStringBuilder builder) => Builder = builder;

    NpgsqlConnectionStringBuilder Builder { get; }

    public string Database => Builder.Database ?? Builder.Username ?? "";

    public string Host => Builder.Host ?? "localhost";

    public int Port => Builder.Port;

    /// <summary>
    /// Unpooled, without command timeout: migrations hold one session from lock to commit. The session knows PostgreSQL's own types only,
    /// for to ask a database for the others takes an eighth of a command's time; their values are written and copied as bytes or text.
    /// </summary>
    public string ConnectionString => Session(ServerCompatibilityMode.NoTypeLoading);

    /// <summary>For reading legacy rows value by value: a system may have made types for itself, such as enumerations.</summary>
    public string SourceConnectionString => Session(ServerCompatibilityMode.None);

    public static DatabaseAddress Parse(string text, string whose = "database")
    {
        try
        {
            return new DatabaseAddress(IsUrl(text) ? FromUrl(text) : new NpgsqlConnectionStringBuilder(text));
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            // The text holds a password and is not repeated.
            throw new SchemaException(
                ExitCode.Usage,
                $"The {whose} address cannot be read: it is neither a URL nor an Npgsql connection string.",
                "Write it as postgres://user:password@host:5432/database; percent-encode special characters of the password.");
        }
    }

    public DatabaseAddress With(string database) =>
        new(new NpgsqlConnectionStringBuilder(Builder.ConnectionString) { Database = database });

    /// <summary>The pieces that client programs such as pg_dump take as environment variables.</summary>
    public IReadOnlyDictionary<string, string> ClientEnvironment()
    {
        var variables = new Dictionary<string, string> { ["PGHOST"] = Host, ["PGPORT"] = $"{Port}", ["PGDATABASE"] = Database };
        if (Builder.Username is { Length: > 0 } user)
            variables["PGUSER"] = user;
        if (Builder.Password is { Length: > 0 } password)
            variables["PGPASSWORD"] = password;
        if (Builder.SslMode != SslMode.Prefer)
            variables["PGSSLMODE"] = ClientSslMode(Builder.SslMode);
        if (Builder.RootCertificate is { Length: > 0 } root)
            variables["PGSSLROOTCERT"] = root;

        return variables;
    }

    public override string ToString() => $"{Host}:{Port}/{Database}";

#pragma warning disable CS0618 // A data source is where types belong by now; EF Core and cloned sessions are made of this text alone.
    string Session(ServerCompatibilityMode types) => new NpgsqlConnectionStringBuilder(Builder.ConnectionString)
    {
        Pooling = false,
        CommandTimeout = 0,
        PersistSecurityInfo = true,
        IncludeErrorDetail = false,
        ServerCompatibilityMode = types,
    }.ConnectionString;
#pragma warning restore CS0618

    static bool IsUrl(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    static NpgsqlConnectionStringBuilder FromUrl(string text)
    {
        var url = new Uri(text);
        // A / or # that is not encoded ends the address early; the rest of the password would be shown as the database.
        if (url.Fragment.Length > 0 || (url.UserInfo.Length == 0 && url.AbsolutePath.Contains('@')))
            throw new FormatException();

        var builder = new NpgsqlConnectionStringBuilder { Host = url.Host.Trim('[', ']') };
        if (url.Port > 0)
            builder.Port = url.Port;
        if (url.AbsolutePath.Length > 1)
            builder.Database = Uri.UnescapeDataString(url.AbsolutePath[1..]);

        var person = url.UserInfo.Split(':', 2);
        if (person[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(person[0]);
        if (person.Length > 1)
            builder.Password = Uri.UnescapeDataString(person[1]);

        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            SetQuery(builder, pair.Split('=', 2));

        return builder;
    }

    static void SetQuery(NpgsqlConnectionStringBuilder builder, string[] pair)
    {
        var value = Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "");
        switch (pair[0])
        {
            case "sslmode":
                builder.SslMode = Enum.Parse<SslMode>(value.Replace("-", ""), ignoreCase: true);
                break;
            case "sslrootcert":
                builder.RootCertificate = value;
                break;
            case "connect_timeout":
                builder.Timeout = int.Parse(value);
                break;
            case "application_name":
                builder.ApplicationName = value;
                break;
            default:
                builder[pair[0]] = value;
                break;
        }
    }

    static string ClientSslMode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
