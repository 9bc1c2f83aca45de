using Microsoft.EntityFrameworkCore;

namespace Schema.Tests.Running;

public class MigrationLockTests
{
    [Fact]
    public async Task A_connection_that_the_caller_opened_holds_no_lock_afterwards()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = FarmContext.On(database);
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlAsync($"select pg_advisory_lock(7)");

        await context.Database.MigrateAsync("20000101000001_Plots");

        Assert.Equal(["7"], await database.Rows(
            "select objid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"));
    }
}
