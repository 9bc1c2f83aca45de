using Npgsql;

namespace Schema.Tests.Testing;

/// <summary>What a session of a test's own says, one that holds a lock or a transaction the while.</summary>
public static class TestSession
{
    public static async Task Execute(this NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync();
    }
}
