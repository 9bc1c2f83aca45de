using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Schema.Import;
using Schema.Import.Transfer;
using Schema.Seeding;

namespace Schema.Cli;

/// <summary>A throw-away MariaDB, where one is installed, copied into a database of the demo's.</summary>
static class PlatformCopy
{
    const string Target = "schema_demo_platform";
    static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin"];

    /// <summary>What was copied, or nothing where MariaDB is not installed or the program is away from its checkout.</summary>
    public static async Task<TransferReport?> Run(Invocation invocation, CancellationToken cancellationToken)
    {
        if (!IsInstalled("mariadbd") || !IsInstalled("mariadb") || Script(invocation) is not { } script)
            return null;

        var started = await Said(script, ["start", "--while", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        var server = new Uri(started.Trim());
        await Execute(server, "create database platform", "", cancellationToken);
        await Execute(server, PlatformSample.Source, "platform", cancellationToken);
        var target = await MakeTarget(invocation, cancellationToken);
        return await DatabaseCopy.Run(
            $"{server}platform", target.ConnectionString, new() { Repairs = [PlatformSample.Repair], Identity = invocation.Options.Identity }, cancellationToken);
    }

    static bool IsInstalled(string program) => Folders.Any(folder => File.Exists(Path.Combine(folder, program)));

    static string? Script(Invocation invocation) =>
        ProjectFolder.Above(invocation.Settings.Directory) is { } root && Path.Combine(root, "scripts", "mariadb") is var script && File.Exists(script) ? script : null;

    static async Task<DatabaseAddress> MakeTarget(Invocation invocation, CancellationToken cancellationToken)
    {
        var server = await invocation.Database(cancellationToken);
        await using var connection = await server.Open(cancellationToken);
        var target = await SampleDatabase.Recreate(connection, server.Address, Target, cancellationToken);
        await using var empty = await SampleDatabase.Open(target, cancellationToken);
        await using var command = new NpgsqlCommand(PlatformSample.Target, empty);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return target;
    }

    /// <summary>Our own reader only reads.</summary>
    static async Task Execute(Uri server, string sql, string database, CancellationToken cancellationToken) => await Said(
        "mariadb",
        [
            "--no-defaults", "--protocol=tcp", "--skip-ssl", $"--host={server.Host}", $"--port={server.Port}", $"--user={server.UserInfo}",
            $"--execute={sql}", .. database.Length > 0 ? (string[])[database] : [],
        ],
        cancellationToken);

    static async Task<string> Said(string program, string[] words, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // Both are read at once: a program that fills one of them would wait for ever.
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? said[0]
            : throw new SchemaException(ExitCode.Unreachable, $"{Path.GetFileName(program)} ended with {process.ExitCode}: {said[1].Trim()}");
    }
}
