using Npgsql;

namespace Schema.Tests.Catalogues;

/// <summary>An ordinary role of one test's own. Declared before the database, it is dropped after it, and with it all its grants.</summary>
sealed class TestRole : IAsyncDisposable
{
    static int count;

    TestRole(string name) => Name = name;

    internal string Name { get; }

    internal static async Task<TestRole> Create(string options = "login")
    {
        var role = new TestRole($"schema_role_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await TestServer.Execute($"drop role if exists {role.Name}; create role {role.Name} {options}");
        return role;
    }

    internal async Task<NpgsqlConnection> Connect(TestDatabase database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = Name }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync() => await TestServer.Execute($"drop role {Name}");
}
