namespace Schema.Tests.Testing;

public class DatabaseDumpTests
{
    const string Table = "create table t (id serial, name text default 'x'); insert into t (name) values ('a'), ('b');";

    [Theory]
    [InlineData("update t set name = 'c' where id = 1")]
    [InlineData("select nextval('t_id_seq')")]
    [InlineData("select setval('t_id_seq', 2, false)")]
    [InlineData("alter table t alter column name drop default")]
    [InlineData("alter table t drop column id; alter table t add column id integer")]
    [InlineData("create index t_name_idx on t (name)")]
    [InlineData("create schema archive")]
    public async Task Any_difference_shows(string change)
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(Table);
        var before = await DatabaseDump.Of(database);

        await database.Execute(change);

        Assert.NotEqual(before, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task The_order_of_rows_and_the_ledger_say_nothing()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(Table);
        var before = await DatabaseDump.Of(database);

        await database.Execute("""
            update t set name = name where id = 1;
            create schema ledger;
            create table ledger.remembered (subject text);
            create table "__EFMigrationsHistory" (id text);
            """);

        Assert.Equal(before, await DatabaseDump.Of(database));
    }
}
