using Npgsql;

namespace Schema.Tests.Seeding;

static class Unwritable
{
    /// <summary>From now on the server refuses every statement that writes, in every new session: who gets through has written nothing.</summary>
    public static async Task WriteNothingMore(this TestDatabase database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        await database.Execute($"alter database {Import.SqlName.Quote(name)} set default_transaction_read_only = on");
        await using var session = await database.Open();
        await using var insert = new NpgsqlCommand("insert into roles (id, name) values (gen_random_uuid(), 'x')", session);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }
}
