using Microsoft.EntityFrameworkCore;
using Schema.Import;

namespace Schema.Tests.Running;

public class PoolerTests
{
    [Fact]
    public async Task A_pooler_in_transaction_mode_is_recognised_and_refused()
    {
        await using var database = await TestDatabase.Empty();
        var (pooler, connectionString) = TransactionPooler.Before(database.ConnectionString);
        await using (pooler)
        {
            await using var context = FarmContext.On(connectionString);

            var error = await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync());

            Assert.Equal(ExitCode.Unreachable, error.Exit);
            Assert.Equal(
                "A connection pooler in transaction mode stands before this database: one connection was served by different server sessions.",
                error.Message);
        }

        Assert.False(await database.Scalar<bool>("select to_regnamespace('ledger') is not null"));
    }
}
