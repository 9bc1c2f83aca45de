using System.Diagnostics;
using System.Text.RegularExpressions;
using Schema.Import;

namespace Schema.Cli;

/// <summary>A pg_dump program on this machine, and its major version.</summary>
sealed partial record PgDump(string Path, int Version)
{
    static readonly string Name = OperatingSystem.IsWindows() ? "pg_dump.exe" : "pg_dump";

    /// <summary>The newest one: pg_dump reads servers of its own version and older ones.</summary>
    public static async Task<PgDump> For(int server, CancellationToken cancellationToken)
    {
        var found = new List<PgDump>();
        foreach (var path in Places().Select(folder => System.IO.Path.Combine(folder, Name)).Where(File.Exists).Distinct())
            if (await Look(path, cancellationToken) is { } program)
                found.Add(program);

        var newest = found.MaxBy(program => program.Version) ?? throw new SchemaException(
            ExitCode.Usage,
            "There is no pg_dump on PATH or in the usual places of PostgreSQL's programs.",
            $"Install the client programs of PostgreSQL {server} or newer.");
        return newest.Version >= server ? newest : throw new SchemaException(
            ExitCode.Usage,
            $"The newest pg_dump here has version {newest.Version} ({newest.Path}); the server has {server}, and an older pg_dump refuses it.",
            $"Install the client programs of PostgreSQL {server} or newer.");
    }

    public async Task Run(IReadOnlyDictionary<string, string> address, string file, CancellationToken cancellationToken)
    {
        using var process = Start(["--format=custom", "--no-password", $"--file={file}"], address);
        try
        {
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new SchemaException(
                    ExitCode.DataRefused, $"pg_dump ended with {process.ExitCode}: {said.Trim()}", "No backup was written.");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    static IEnumerable<string> Places() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Below("/usr/lib/postgresql", "*"),
        .. Below("/usr", "pgsql-*"),
        .. Below("/opt/homebrew/opt", "postgresql*"),
        .. Below("/opt/homebrew/opt", "libpq"),
        .. Below("/usr/local/opt", "postgresql*"),
    ];

    static IEnumerable<string> Below(string folder, string pattern) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder, pattern).Select(version => System.IO.Path.Combine(version, "bin"))
        : [];

    static async Task<PgDump?> Look(string path, CancellationToken cancellationToken)
    {
        using var process = new PgDump(path, 0).Start(["--version"], new Dictionary<string, string>());
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        return Major.Match(said) is { Success: true } version ? new PgDump(path, int.Parse(version.Value)) : null;
    }

    Process Start(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"(?<=\) )\d+")]
    static partial Regex Major { get; }
}
