using System.Globalization;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>The one MariaDB of this test run; scripts/mariadb installs, starts, and ends it with this process.</summary>
static class MariaDbServer
{
    static readonly Lazy<Task<int>> Started = new(Start);

    public static Task<int> Port => Started.Value;

    public static TestCertificates Certificates { get; } = TestCertificates.Make();

    public static async Task<MySqlAddress> Address(string database) =>
        new("127.0.0.1", await Port, "root", "", database);

    /// <summary>Runs SQL with MariaDB's own client, so that no test checks our reader with itself.</summary>
    public static async Task<string> Execute(string sql, string? database = null)
    {
        var ended = await Shell.Run(
            "mariadb",
            [
                "--no-defaults", "--protocol=tcp", "--host=127.0.0.1", "--user=root", "--skip-ssl", "--batch", "--skip-column-names",
                "--default-character-set=utf8mb4", $"--port={await Port}", $"--execute={sql}", database ?? "mysql",
            ]);

        return ended.ExitCode == 0 ? ended.Output.TrimEnd('\n') : throw new InvalidOperationException(ended.Error);
    }

    static async Task<int> Start()
    {
        var started = await Shell.Run(
            Repository.Path("scripts", "mariadb"),
            [
                "start", "--while", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "--",
                $"--ssl-cert={Certificates.Server}", $"--ssl-key={Certificates.Key}", "--max-connections=200",
            ]);

        return started.ExitCode == 0
            ? new Uri(started.Output.Trim()).Port
            : throw new InvalidOperationException(started.Error.Trim());
    }
}
