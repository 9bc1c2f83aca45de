using System.Net.Security;
using System.Net.Sockets;

namespace Schema.Import.MySql;

/// <summary>The sentences for everything that can go wrong between us and a MySQL server.</summary>
static class MySqlFailure
{
    public static SchemaException NoAnswer(MySqlAddress address, Exception cause) => new(
        ExitCode.Unreachable,
        $"MySQL at {address.Server} cannot be reached: {Reason(cause)}.",
        "Check host and port, that the server runs, and that this machine may connect to it.",
        cause);

    public static SchemaException TooSlow(MySqlAddress address) => new(
        ExitCode.Unreachable,
        $"MySQL at {address.Server} did not complete a login within {address.ConnectTimeout.TotalSeconds:0} s.",
        "Check host and port, or give it more time: ?connect-timeout=SECONDS.");

    public static SchemaException LoginRefused(MySqlAddress address, ServerError error) => new(
        ExitCode.Unreachable,
        $"MySQL at {address.Server} refused {address.User} on database {address.Database}: {error}.",
        error.Code switch
        {
            1045 or 1698 => "Check user and password, and that the user may log in from this machine.",
            1044 or 1049 => "Check the name of the database, and that the user may read it.",
            1040 or 1203 => "Too many connections are open: close some, or raise max_connections.",
            3159 => "The server wants TLS: add ?ssl-mode=verify-full to the address.",
            _ => null,
        });

    public static SchemaException UnknownPlugin(MySqlAddress address, string plugin) => new(
        ExitCode.Unreachable,
        $"MySQL at {address.Server} wants {address.User} to log in by {plugin}; {Password.Native} and {Password.CachingSha2} are spoken here.",
        $"Make a user for reading that has one of the two, on MySQL: create user reader identified with {Password.CachingSha2} by '…'; "
            + $"on MariaDB: create user reader identified via {Password.Native} using password('…').");

    public static SchemaException NoTls(MySqlAddress address) => new(
        ExitCode.Unreachable,
        $"MySQL at {address.Server} offers no TLS, which the address asks for.",
        "Switch TLS on at the server, or give ssl-mode=disabled if the network between is trusted.");

    public static SchemaException NoAuthorities(string file, string reason) => new(
        ExitCode.Usage,
        $"The authorities in {file} cannot be read: {reason.TrimEnd('.')}.",
        "ssl-ca names a file of PEM certificates.");

    public static SchemaException CertificateRefused(MySqlAddress address, SslPolicyErrors found, Exception cause) => found switch
    {
        SslPolicyErrors.None => NoAnswer(address, cause),
        SslPolicyErrors.RemoteCertificateNameMismatch => new(
            ExitCode.Unreachable,
            $"The certificate of MySQL at {address.Server} is for another name.",
            "Name the host as its certificate does, or give ssl-mode=verify-ca with the ssl-ca of that server alone.",
            cause),
        _ => new(
            ExitCode.Unreachable,
            $"The certificate of MySQL at {address.Server} comes from an authority that is not trusted, or is out of date.",
            "Give the authority's certificate: ?ssl-ca=FILE.",
            cause),
    };

    public static SchemaException Refused(MySqlAddress address, string sql, ServerError error) => new(
        ExitCode.DataRefused,
        $"MySQL at {address.Server} refused `{Shortened(sql)}`: {error}.",
        error.Code switch
        {
            1142 or 1143 or 1227 => $"Grant what is missing: grant select on {MySqlName.Quote(address.Database)}.* to the user {address.User}.",
            1412 => "A table was altered after this run's snapshot was taken. Run it again when nobody alters the source.",
            _ => null,
        });

    public static SchemaException Lost(MySqlAddress address, string sql, long rows, long bytes, Exception cause) =>
        Lost(address, sql, rows, bytes, Reason(cause), cause);

    public static SchemaException Lost(MySqlAddress address, string sql, long rows, long bytes, string reason, Exception? cause = null) => new(
        ExitCode.Unreachable,
        $"MySQL at {address.Server} was lost during `{Shortened(sql)}`, after {rows:N0} {(rows == 1 ? "row" : "rows")} ({bytes:N0} bytes): {reason}.",
        "Nothing is kept of a table that was not read to its end. See what ended the connection, then run again.",
        cause);

    /// <summary>The beginning says what it does, the end of which table; a hundred column names between say nothing.</summary>
    static string Shortened(string sql)
    {
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 100 ? line : $"{line[..45].TrimEnd()} … {line[^50..].TrimStart()}";
    }

    static string Reason(Exception cause) =>
        (cause.InnerException is SocketException inner ? inner.Message : cause.Message).TrimEnd('.');
}
