using System.Collections.Concurrent;
using Npgsql;
using Schema.Import;

namespace Schema.Tests.Testing;

/// <summary>A database of one test's own, cloned from a template and dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new();
    static readonly SemaphoreSlim Cloning = new(1);
    static int count;

    readonly string name;
    readonly string template;
    readonly string connectionString;
    readonly NpgsqlDataSource looks;
    bool isTouched;

    TestDatabase(string name, string template, string connectionString)
    {
        (this.name, this.template, this.connectionString) = (name, template, connectionString);
        looks = TestServer.Pooled(connectionString);
    }

    public string ConnectionString => Touched(connectionString);

    /// <summary>Of what it is a copy, as long as nobody could have changed it.</summary>
    public string? CopyOf => isTouched ? null : template;

    NpgsqlDataSource Looks => Touched(looks);

    public static Task<TestDatabase> Empty() => Clone("template0");

    /// <summary>A clone of what <paramref name="build"/> made; it runs once for each name in a test run.</summary>
    public static async Task<TestDatabase> From(string template, Func<string, Task> build) => await Clone(await Template(template, build));

    /// <summary>The name of a template that others can be built on.</summary>
    public static async Task<string> Template(string template, Func<string, Task> build, string basis = "template0")
    {
        var unique = $"schema_template_{Environment.ProcessId}_{template}".ToLowerInvariant();
        await Templates.GetOrAdd(unique, name => new Lazy<Task>(() => BuildTemplate(name, build, basis))).Value;

        return unique;
    }

    /// <summary>A session of the test's own, which ends when it is disposed of.</summary>
    public async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>A session that goes back among those of the looks; what it holds, it holds until one of them takes it.</summary>
    public async Task<NpgsqlConnection> Borrow() => await Looks.OpenConnectionAsync();

    public async Task Execute(string sql)
    {
        await using var command = Looks.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> Scalar<T>(string sql)
    {
        await using var command = Looks.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    /// <summary>One text per row, its columns joined by <c>|</c>, NULL as <c>∅</c>: what a test compares with a literal.</summary>
    public async Task<string[]> Rows(string sql)
    {
        await using var connection = await Looks.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "∅" : reader.GetString(i))));

        return [.. rows];
    }

    /// <summary>The server ends a dead client's session by itself; this returns when it has.</summary>
    public Task SessionsEnd() => Until("not exists (select from pg_stat_activity where datname = current_database() and application_name like 'schema/%')");

    /// <summary>Looks from inside the server, where a look costs little.</summary>
    public Task Until(string condition) => Execute(
        $"""
        do $$
        begin
            while not ({condition}) loop
                perform pg_sleep(0.01), pg_stat_clear_snapshot();
            end loop;
        end
        $$
        """);

    public async ValueTask DisposeAsync()
    {
        await looks.DisposeAsync();
        await TestServer.Execute($"drop database if exists {SqlName.Quote(name)} with (force)");
    }

    T Touched<T>(T means)
    {
        isTouched = true;
        return means;
    }

    static async Task BuildTemplate(string name, Func<string, Task> build, string basis)
    {
        var fresh = await Clone(basis, name);
        await build(fresh.ConnectionString);
        await TestServer.Execute($"alter database {SqlName.Quote(name)} with is_template true allow_connections false");
    }

    public static Task<TestDatabase> Clone(string template) =>
        Clone(template, $"schema_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");

    static async Task<TestDatabase> Clone(string template, string name)
    {
        // Two clones of one template at once are refused by the server ("being accessed by other users").
        await Cloning.WaitAsync();
        try
        {
            await TestServer.Clone(template, name);
        }
        finally
        {
            Cloning.Release();
        }

        var address = new NpgsqlConnectionStringBuilder((await TestServer.Address).ConnectionString) { Database = name };
        return new TestDatabase(name, template, address.ConnectionString);
    }
}
