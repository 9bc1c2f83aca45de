namespace Schema.Tests.Transfer;

public class SourceWarningTests
{
    [Fact]
    public async Task A_table_that_keeps_its_history_comes_as_it_is_now_and_says_so()
    {
        await using var copying = await Copying.Between(
            "create table price (id int primary key, cents int) with system versioning; insert into price values (1, 10), (2, 20); "
                + "update price set cents = 11 where id = 1; delete from price where id = 2",
            "create table price (id int primary key, cents int)");

        var report = await copying.Run();

        Assert.Equal(["1|11"], await copying.Target.Rows("select * from price"));
        Assert.Equal(["price keeps its history (it is system versioned): its rows as they are now are taken, earlier ones are not"], report.Plan.Notes);
    }

    [Fact]
    public async Task A_table_without_snapshots_says_that_nobody_may_write_to_it()
    {
        await using var copying = await Copying.Between(
            "create table price (id int primary key) engine = MyISAM; insert into price values (1)", "create table price (id int primary key)");

        var report = await copying.Run();

        Assert.Equal(["price is in no snapshot, because its engine has none: nobody may write to it meanwhile"], report.Plan.Notes);
    }
}
