using Schema.Import;
using Schema.Import.Transfer;

namespace Schema.Tests.Transfer;

public class TransferPlanTests
{
    [Fact]
    public async Task The_plan_says_how_each_column_is_carried_over_and_writes_nothing()
    {
        await using var copying = await Copying.Between(
            "create table Person (id char(36) primary key, name varchar(20), active tinyint(1), born date, photo blob); "
                + "create table migrations_typeorm (id int); insert into Person values ('x', 'a', 1, null, null)",
            "create table person (id uuid primary key, name text, active boolean, born date, photo bytea)");
        TransferPlan? plan = null;

        await copying.Run(new() { DryRun = true, MaxRejects = RejectBudget.Unlimited, Planned = made => plan = made });

        Assert.Equal(
            [
                "migrations_typeorm is left out: a migration tool's own table (--include migrations_typeorm takes it)",
                "Person → person",
                "  id      char(36) → uuid  (digits in lower case)",
                "  name    varchar(20) → text",
                "  active  tinyint(1) → boolean  (0 is false, 1 is true)",
                "  born    date → date  (the zero date is NULL)",
                "  photo   blob → bytea",
            ],
            plan!.Lines());
        Assert.Equal(0, await copying.Target.Scalar<long>("select count(*) from person"));
        Assert.Empty(await copying.Target.Rows("select nspname from pg_namespace where nspname = 'ledger'"));
    }

    [Fact]
    public async Task Everything_that_does_not_fit_is_said_at_once()
    {
        await using var copying = await Copying.Between(
            "create table one (id int, lost int, at point, amount decimal(5,2)); create table challenge (id int)",
            "create table one (id int, at point, amount money, needed int not null); create table mine (id int)");

        Assert.Equal(
            """
            The two databases do not fit together in 6 places:
              challenge has no table challenge in the target (--allow-missing leaves it out, --map challenge=NAME renames it)
              one.lost has no column in one (--map one.lost=NAME renames it, --exclude one.lost loses it)
              one.at is point, which does not become point exactly
              one.amount is decimal(5,2), which does not become money exactly
              one.needed takes no NULL and has no default, and one has no such column
              mine exists in the target alone (--allow-missing leaves it as it is)
            """,
            await copying.Refused());
    }

    [Fact]
    public async Task Names_are_mapped_chosen_and_left_out()
    {
        await using var copying = await Copying.Between(
            "create table old_name (id int, was int, lost int); create table other (id int); create table __EFMigrationsHistory (id int); "
                + "insert into old_name values (1, 2, 3); insert into other values (4); insert into __EFMigrationsHistory values (5)",
            """create table new_name (id int, is_now int); create table other (id int); create table "__EFMigrationsHistory" (id int)""");

        var report = await copying.Run(new()
        {
            Maps = ["old_name=new_name", "old_name.was=is_now"],
            Excluded = ["other", "old_name.lost"],
            Included = ["__EFMigrationsHistory"],
        });

        Assert.Equal(["1|2"], await copying.Target.Rows("select * from new_name"));
        Assert.Equal(["5"], await copying.Target.Rows("""select * from "__EFMigrationsHistory" """));
        Assert.Empty(await copying.Target.Rows("select * from other"));
        Assert.Equal(["other is left out: --exclude", "old_name.lost is left out: --exclude"], report.Plan.Notes);
    }

    [Fact]
    public async Task Names_that_differ_in_case_alone_are_found_and_two_of_them_are_an_error()
    {
        await using var copying = await Copying.Between(
            "create table one (ID int, Name text); create table two (Name int); insert into one values (1, 'a')",
            """create table one (id int, "Name" text, name text); create table two ("NAME" int, name int)""");

        Assert.Equal(
            "The column two.Name could be any of NAME, name: they differ in upper and lower case alone.", await copying.Refused(exit: ExitCode.Usage));
        await copying.Run(new() { Tables = ["one"] });

        Assert.Equal(["1|a|∅"], await copying.Target.Rows("select * from one"));
    }

    [Theory]
    [InlineData("nothing", "", "--tables names nothing, which the source does not have.")]
    [InlineData("", "nothing=x", "--map names nothing, which is neither a table nor a TABLE.COLUMN of what is copied.")]
    [InlineData("", "x", "--map is 'x'; it takes one name of the source and one of the target, each source name once.")]
    public async Task Words_that_fit_nothing_are_an_error(string table, string map, string message)
    {
        await using var copying = await Copying.Between("create table one (id int)", "create table one (id int)");

        Assert.Equal(
            message,
            await copying.Refused(new() { Tables = table == "" ? [] : [table], Maps = map == "" ? [] : [map] }, ExitCode.Usage));
    }
}
