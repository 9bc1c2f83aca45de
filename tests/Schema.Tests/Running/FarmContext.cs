using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;

namespace Schema.Tests.Running;

/// <summary>Five small migrations, the fourth of which cannot run in a transaction.</summary>
public class FarmContext(DbContextOptions<FarmContext> options) : DbContext(options)
{
    public static FarmContext On(TestDatabase database, Func<EngineOptions, EngineOptions>? configure = null) =>
        new(Farm.Options<FarmContext>(database, configure));

    public static FarmContext On(string connectionString) => new(Farm.Options<FarmContext>(connectionString, null));
}

/// <summary>One good migration, then one whose second statement fails.</summary>
public class BrokenFarmContext(DbContextOptions<BrokenFarmContext> options) : DbContext(options)
{
    public static BrokenFarmContext On(TestDatabase database) => new(Farm.Options<BrokenFarmContext>(database, null));
}

static class Farm
{
    public static DbContextOptions<T> Options<T>(TestDatabase database, Func<EngineOptions, EngineOptions>? configure)
        where T : DbContext => Options<T>(database.ConnectionString, configure);

    public static DbContextOptions<T> Options<T>(string connectionString, Func<EngineOptions, EngineOptions>? configure)
        where T : DbContext
    {
        var engine = new EngineOptions { Settings = Settings.Load(Path.GetTempPath()), Identity = RunIdentity.New("farm") };
        var builder = new DbContextOptionsBuilder<T>();
        builder.UseNpgsql(DatabaseAddress.Parse(connectionString).ConnectionString);
        builder.UseEngine(configure?.Invoke(engine) ?? engine);
        return builder.Options;
    }
}

[DbContext(typeof(FarmContext)), Migration("20000101000001_Plots")]
public class Plots : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("create table plots (id int)");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("plots");
}

[DbContext(typeof(FarmContext)), Migration("20000101000002_Trees")]
public class Trees : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("create table trees (id int)");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("trees");
}

[DbContext(typeof(FarmContext)), Migration("20000101000003_Names")]
public class Names : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("alter table trees add name text");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("alter table trees drop column name");
}

[DbContext(typeof(FarmContext)), Migration("20000101000004_NameIndex")]
public class NameIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("trees_name_idx", "trees", "name", unique: true).Annotation("Npgsql:CreatedConcurrently", true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex("trees_name_idx", "trees");
}

[DbContext(typeof(FarmContext)), Migration("20000101000005_Barns")]
public class Barns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("create table barns (id int)");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("barns");
}

[DbContext(typeof(BrokenFarmContext)), Migration("20000101000001_Fields")]
public class Fields : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("create table fields (id int)");
        // For this EF Core looks into the migration's own model.
        migrationBuilder.AlterColumn<long>("id", "fields", "bigint", oldClrType: typeof(int), oldType: "integer");
    }
}

[DbContext(typeof(BrokenFarmContext)), Migration("20000101000002_Broken")]
public class Broken : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("create table wells (id int)");
        migrationBuilder.Sql("insert into wells select 1 / 0");
    }
}
