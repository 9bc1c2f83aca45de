using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;

namespace Schema.Tests.Running;

public class LoneStatementTests
{
    [Fact]
    public async Task A_statement_that_cannot_run_in_a_transaction_runs_without_one_and_not_in_a_dry_run()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create table wells (id int)");
        await using var rehearsal = WellContext.On(database, isDryRun: true);
        await using var context = WellContext.On(database, isDryRun: false);

        var error = await Assert.ThrowsAsync<SchemaException>(() => rehearsal.Database.MigrateAsync());
        await context.Database.MigrateAsync();

        Assert.StartsWith("The dry run ended before WellIndex, which cannot run in a transaction.", error.Message);
        Assert.True(await database.Scalar<bool>("select indisvalid from pg_index where indexrelid = 'wells_id_idx'::regclass"));
    }
}

public class WellContext(DbContextOptions<WellContext> options) : DbContext(options)
{
    public static WellContext On(TestDatabase database, bool isDryRun) =>
        new(Farm.Options<WellContext>(database, options => options with { DryRun = isDryRun }));
}

[DbContext(typeof(WellContext)), Migration("20000101000001_WellIndex")]
public class WellIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("create index concurrently wells_id_idx on wells (id)", suppressTransaction: true);
}
