using Npgsql;

namespace Schema.Cli;

/// <summary>What kind of server answers, and whether it can carry migrations.</summary>
static class ServerFindings
{
    /// <summary>client_connection_check_interval, which every run sets, came with it.</summary>
    const int OldestServer = 14;

    static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    public static async Task<IEnumerable<Finding>> Read(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select current_user::text, current_setting('server_encoding'), pg_is_in_recovery(),
                   current_setting('default_transaction_read_only') = 'on', clock_timestamp()
            """,
            connection);
        var asked = DateTime.UtcNow;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var answered = DateTime.UtcNow;

        return
        [
            Finding.Well("database", $"answers, as the role {reader.GetString(0)}"),
            Version(connection.PostgreSqlVersion),
            Encoding(reader.GetString(1)),
            Writable(reader.GetBoolean(2), reader.GetBoolean(3)),
            Clock(reader.GetDateTime(4), asked, answered),
        ];
    }

    static Finding Version(Version version) => version.Major >= OldestServer
        ? Finding.Well("server", $"PostgreSQL {version}")
        : Finding.Wrong("server", $"PostgreSQL {version}; expected {OldestServer} or newer", "Upgrade the server.");

    static Finding Encoding(string encoding) => encoding == "UTF8"
        ? Finding.Well("encoding", encoding)
        : Finding.Wrong("encoding", $"{encoding}; expected UTF8", "Create the database with: create database NAME encoding 'UTF8' template template0;");

    static Finding Writable(bool standby, bool readOnly) => (standby, readOnly) switch
    {
        (true, _) => Finding.Wrong("writing", "this is a standby, which takes no changes", "Name the primary server in DATABASE_URL."),
        (_, true) => Finding.Wrong("writing", "default_transaction_read_only is on", "alter database NAME reset default_transaction_read_only;"),
        _ => Finding.Well("writing", "the server takes changes"),
    };

    static Finding Clock(DateTime server, DateTime asked, DateTime answered)
    {
        var off = server < asked ? asked - server : server > answered ? server - answered : TimeSpan.Zero;
        var text = $"{off.TotalSeconds:F0} s between this machine and the server";

        return off <= ClockTolerance ? Finding.Well("clock", text) : Finding.Wrong("clock", text, "Set both by NTP: ledger times come from the server, run ids from here.");
    }
}
