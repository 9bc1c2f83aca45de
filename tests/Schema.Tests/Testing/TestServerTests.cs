namespace Schema.Tests.Testing;

public class TestServerTests
{
    [Fact]
    public async Task A_test_has_a_database_of_its_own()
    {
        await using var mine = await TestDatabase.Empty();
        await using var other = await TestDatabase.Empty();

        await mine.Execute("create table only_mine (id int)");

        Assert.Equal(["only_mine"], await mine.Rows("select tablename from pg_tables where schemaname = 'public'"));
        Assert.Empty(await other.Rows("select tablename from pg_tables where schemaname = 'public'"));
    }
}
