using Npgsql;
using Schema.Import;

namespace Schema.Tests.Testing;

/// <summary>The throw-away PostgreSQL that all database tests share; its files are not synced to disk.</summary>
public static class TestServer
{
    static readonly Lazy<Task<NpgsqlConnectionStringBuilder>> Started = new(Start);

    static readonly Lazy<Task<NpgsqlDataSource>> Sessions = new(async () => Pooled((await Address).ConnectionString));

    public static Task<NpgsqlConnectionStringBuilder> Address => Started.Value;

    public static async Task Execute(string sql)
    {
        await using var connection = await (await Sessions.Value).OpenConnectionAsync();
        await connection.Execute(sql);
    }

    public static async Task Clone(string template, string name)
    {
        await using var connection = await (await Sessions.Value).OpenConnectionAsync();
        // Up to PostgreSQL 14 there was no other; by way of the log it costs twice as much.
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "strategy file_copy" : "";
        await connection.Execute($"create database {SqlName.Quote(name)} template {SqlName.Quote(template)} {strategy}");
    }

    /// <summary>Who asks now and then has one session again and again: a new one costs the server more than most questions do.</summary>
    public static NpgsqlDataSource Pooled(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = true });

    /// <summary>Databases of earlier runs whose process is gone, killed ones among them.</summary>
    static async Task DropLeftovers(NpgsqlConnectionStringBuilder address)
    {
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        foreach (var (name, process) in await Ours(connection))
        {
            if (Directory.Exists($"/proc/{process}"))
                continue;

            await connection.Execute($"alter database {SqlName.Quote(name)} is_template false");
            await connection.Execute($"drop database if exists {SqlName.Quote(name)} with (force)");
        }
    }

    static async Task<NpgsqlConnectionStringBuilder> Start()
    {
        var started = await Shell.Run(Repository.Path("scripts", "postgres"), ["start", "--test"]);
        if (started.ExitCode != 0)
            throw new InvalidOperationException($"scripts/postgres start --test ended with {started.ExitCode}: {started.Error}");

        var url = started.Output.TrimEnd().Split('\n')[^1];
        // As the program's own sessions are, which load no types; only that a question of a test does not wait for ever.
        var address = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(url).ConnectionString) { CommandTimeout = 30 };
        await DropLeftovers(address);

        return address;
    }

    static async Task<List<(string Name, string Process)>> Ours(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select datname, split_part(datname, '_', 3) from pg_database where datname ~ '^schema_(test|template)_[0-9]+_'",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync())
            found.Add((reader.GetString(0), reader.GetString(1)));

        return found;
    }
}
