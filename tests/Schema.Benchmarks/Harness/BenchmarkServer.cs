using System.Diagnostics;
using Npgsql;
using Schema.Import;

namespace Schema.Benchmarks;

/// <summary>A throw-away server, the same for all contenders; it syncs nothing to disk, all else is as PostgreSQL comes.</summary>
sealed class BenchmarkServer : IAsyncDisposable
{
    readonly bool wasRunning;

    BenchmarkServer(DatabaseAddress address, bool wasRunning) => (Address, this.wasRunning) = (address, wasRunning);

    public DatabaseAddress Address { get; }

    public static string Root { get; } = ProjectFolder.Above(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("The benchmarks run outside the repository.");

    static string Script => Path.Combine(Root, "scripts", "postgres");

    public static async Task<BenchmarkServer> Start(CancellationToken cancellationToken)
    {
        var wasRunning = (await Program("status", cancellationToken)).ExitCode == 0;
        var (exit, said) = await Program("start", cancellationToken);
        if (exit != 0)
            throw new InvalidOperationException($"scripts/postgres start --bench ended with {exit}.");

        return new BenchmarkServer(DatabaseAddress.Parse(said.TrimEnd().Split('\n')[^1]), wasRunning);
    }

    public async Task Execute(string sql, CancellationToken cancellationToken) => await Execute(Address, sql, cancellationToken);

    public static async Task Execute(DatabaseAddress database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await Open(database, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<NpgsqlConnection> Open(DatabaseAddress database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);

        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (!wasRunning)
            await Program("stop", CancellationToken.None);
    }

    static async Task<(int ExitCode, string Said)> Program(string word, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Script, [word, "--bench"]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        return (process.ExitCode, said);
    }
}
