using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations.Internal;
using Schema.Import;
using Schema.Tests.Running;

namespace Schema.Tests.EntityFramework;

/// <summary>The facts of EF Core and Npgsql that the seam stands on: to be run first at every upgrade of either.</summary>
public class ImportSeamTests
{
    [Fact]
    public async Task Rows_arrive_between_the_DDL_before_and_the_DDL_after_them_in_one_commit()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database, Configured);

        await context.Database.MigrateAsync();

        Assert.Equal(["1|Conference|sweet", "2|Kieffer|sour"], await database.Rows("select * from pears order by id"));
        Assert.Equal(["1|Conference|sweet"], await database.Rows("select * from sweet_pears"));
        Assert.Equal(
            ["started 20000101000001_Pears", "imported pears", "applied 20000101000001_Pears"],
            await database.Rows("select event || ' ' || subject from ledger.line order by id"));
    }

    [Fact]
    public async Task The_history_table_is_the_one_that_EF_Core_makes()
    {
        await using var database = await TestDatabase.Empty();
        var row = new HistoryRow("20000101000001_Pears", "10.0.14");
        await using var context = ImportingContext.On(database);
#pragma warning disable EF1001
        var options = new DbContextOptionsBuilder<ImportingContext>(Farm.Options<ImportingContext>(database, null))
            .ReplaceService<IHistoryRepository, NpgsqlHistoryRepository>();
#pragma warning restore EF1001
        await using var bare = new ImportingContext(options.Options);

        var (ours, theirs) = (context.GetService<IHistoryRepository>(), bare.GetService<IHistoryRepository>());

        Assert.EndsWith($"\n\n{theirs.GetCreateScript()}", ours.GetCreateScript());
        Assert.StartsWith(theirs.GetInsertScript(row), ours.GetInsertScript(row));
        Assert.StartsWith(theirs.GetDeleteScript(row.MigrationId), ours.GetDeleteScript(row.MigrationId));
    }

    [Fact]
    public async Task The_synchronous_entry_point_imports_as_well()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database, Configured);

        // dotnet ef database update calls Migrate.
#pragma warning disable CA1849
        context.Database.Migrate();
#pragma warning restore CA1849

        Assert.Equal(2, await database.Scalar<long>("select count(*) from pears"));
    }

    [Fact]
    public async Task A_dry_run_imports_and_takes_everything_back_but_reports_it()
    {
        await using var database = await TestDatabase.Empty();
        var reports = new List<ImportReport>();
        await using var context = ImportingContext.On(database, options => Configured(options) with { DryRun = true, Imported = reports.Add });

        await context.Database.MigrateAsync();

        Assert.Equal(2, Assert.Single(reports).Written);
        Assert.False(await database.Scalar<bool>("select to_regclass('pears') is not null"));
        Assert.Empty(await database.Rows("select * from ledger.receipt"));
    }

    [Fact]
    public async Task Building_the_operations_imports_nothing()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database, Configured);
        var assembly = context.GetService<IMigrationsAssembly>();

        var migration = assembly.CreateMigration(assembly.Migrations.Values.Single(), context.Database.ProviderName!);

        Assert.Equal(3, migration.UpOperations.Count);
        Assert.False(await database.Scalar<bool>("select to_regclass('pears') is not null"));
    }

    [Fact]
    public async Task A_generated_script_fails_loudly_where_the_import_would_be()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database, Configured);

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var error = await Assert.ThrowsAsync<PostgresException>(() => database.Execute(script));

        Assert.Equal("This migration imports legacy data (pears), which a SQL script cannot do. Run: schema up", error.MessageText);
    }

    [Fact]
    public async Task Undoing_the_migration_undoes_the_import_at_its_place()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database, options => Configured(options) with { AllowProduction = true });
        await context.Database.MigrateAsync();

        await context.Database.MigrateAsync("0");

        Assert.False(await database.Scalar<bool>("select to_regclass('pears') is not null"));
        Assert.Equal(["undone pears", "reverted 20000101000001_Pears"], (await database.Rows("select event || ' ' || subject from ledger.line order by id"))[^2..]);
    }

    [Fact]
    public async Task Outside_Development_a_missing_system_is_named_before_anything_happens()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database);

        var error = await Assert.ThrowsAsync<SchemaException>(() => context.Database.MigrateAsync());

        Assert.Equal(ExitCode.Usage, error.Exit);
        Assert.Equal(
            "Pending migrations import legacy data, and nothing says where it is; this database counts as Production, because no environment is set, and the database is not the project's own.",
            error.Message);
        Assert.Equal("Set each to a URL or a path, or decide that there is none:\n    LEGACY_PEARS=none", error.Advice);
        Assert.Empty(await database.Rows("select * from ledger.line"));
    }

    [Fact]
    public async Task A_system_that_was_decided_away_is_recorded_as_skipped()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = ImportingContext.On(database, options => options with { Settings = Settings.Load(Path.GetTempPath(), new Dictionary<string, string> { ["LEGACY_PEARS"] = "none" }) });

        await context.Database.MigrateAsync();

        Assert.Equal(["skipped pears LEGACY_PEARS=none"], await database.Rows("select event || ' ' || subject || ' ' || (detail->>'message') from ledger.line where subject = 'pears'"));
        Assert.Empty(await database.Rows("select * from pears"));
    }

    static EngineOptions Configured(EngineOptions options) =>
        options with { Settings = Settings.Load(Path.GetTempPath(), new Dictionary<string, string> { ["LEGACY_PEARS"] = "rows in code" }) };

}
