using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schema.Import;
using Schema.Tests.Running;

namespace Schema.Tests.EntityFramework;

/// <summary>One migration that makes an enum and a table, imports rows into it, and builds on them.</summary>
public class ImportingContext(DbContextOptions<ImportingContext> options) : DbContext(options)
{
    public static ImportingContext On(TestDatabase database, Func<EngineOptions, EngineOptions>? configure = null) =>
        new(Farm.Options<ImportingContext>(database, configure));
}

public enum Taste
{
    Sweet,
    Sour,
}

public sealed record PearRow([property: Key] int Id, string Name, Taste Taste);

public sealed class PearsImport : DataImport
{
    public override void Define(ImportPlan plan)
    {
        PearRow[] pears = [new(1, "Conference", Taste.Sweet), new(2, "Kieffer", Taste.Sour)];
        plan.Read(Source.Rows(pears)).Map<PearRow>(pear => pear).CopyTo("pears");
    }
}

[DbContext(typeof(ImportingContext)), Migration("20000101000001_Pears")]
public class Pears : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("create type taste as enum ('sweet', 'sour'); create table pears (id int primary key, name text not null, taste taste not null);");
        migrationBuilder.Import<PearsImport>();
        migrationBuilder.Sql("create table sweet_pears as select * from pears where taste = 'sweet';");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("drop table sweet_pears;");
        migrationBuilder.UndoImport<PearsImport>();
        migrationBuilder.Sql("drop table pears; drop type taste;");
    }
}
