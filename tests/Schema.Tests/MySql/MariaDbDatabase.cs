using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>A MariaDB database of one test's own, dropped at the end.</summary>
sealed class MariaDbDatabase : IAsyncDisposable
{
    static int count;

    MariaDbDatabase(MySqlAddress address) => Address = address;

    public MySqlAddress Address { get; }

    public string Name => Address.Database;

    public static Task<MariaDbDatabase> Empty() => With("");

    public static async Task<MariaDbDatabase> With(string sql)
    {
        var name = $"test_{Interlocked.Increment(ref count)}";
        var quoted = MySqlName.Quote(name);
        await MariaDbServer.Execute($"create database {quoted}; use {quoted}; {sql}");
        return new MariaDbDatabase(await MariaDbServer.Address(name));
    }

    public Task<string> Execute(string sql) => MariaDbServer.Execute(sql, Name);

    public Task<MySqlConnection> Open() => MySqlConnection.Open(Address, CancellationToken.None);

    /// <summary>Our reader's view of a query: one text per row, fields joined by <c>|</c>, NULL as <c>∅</c>.</summary>
    public async Task<string[]> Rows(string sql)
    {
        await using var connection = await Open();
        return await connection.Texts(sql);
    }

    public async ValueTask DisposeAsync() => await MariaDbServer.Execute($"drop database {MySqlName.Quote(Name)}");
}
