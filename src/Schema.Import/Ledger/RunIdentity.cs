using System.Reflection;
using Npgsql;

namespace Schema.Import;

/// <summary>Who runs, from where and with what; every ledger line of the session bears it.</summary>
public sealed record RunIdentity(Guid Run, string Person, string Host, string Tool)
{
    public static RunIdentity New(string tool) =>
        new(Guid.CreateVersion7(), Environment.UserName, Environment.MachineName, $"{tool} {ToolVersion}");

    public static string ToolVersion { get; } =
        typeof(RunIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public string ApplicationName => $"schema/{Run:N}";

    /// <summary>Puts the identity into the session, where the ledger's column defaults find it, and takes off what could cut a long run short.</summary>
    public async Task Introduce(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select set_config('schema.run', $1, false), set_config('schema.person', $2, false),
                   set_config('schema.host', $3, false), set_config('schema.tool', $4, false),
                   set_config('application_name', $5, false), set_config('statement_timeout', '0', false),
                   set_config('idle_in_transaction_session_timeout', '0', false),
                   set_config('client_connection_check_interval', '5s', false)
            """,
            connection);
        foreach (var value in new[] { Run.ToString(), Person, Host, Tool, ApplicationName })
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
