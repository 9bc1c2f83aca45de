using Npgsql;
using Schema.Import;
using Schema.Import.Transfer;
using Schema.Tests.Catalogues;

namespace Schema.Tests.Transfer;

public class OrdinaryRoleTests
{
    [Fact]
    public async Task Who_owns_the_tables_needs_no_superuser()
    {
        await using var role = await TestRole.Create();
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await source.Execute("create table one (id int primary key, other int); insert into one values (1, null), (2, 1)");
        await target.Execute(
            $"do $$ begin execute format('grant create on database %I to {role.Name}', current_database()); end $$; grant create on schema public to {role.Name}; "
                + $"create table one (id serial primary key, other int references one); alter table one owner to {role.Name}");

        await DatabaseCopy.Run(source.ConnectionString, As(role, target), new(), CancellationToken.None);

        Assert.Equal(["1|∅", "2|1"], await target.Rows("select * from one order by id"));
    }

    [Fact]
    public async Task Who_does_not_own_them_is_told()
    {
        await using var role = await TestRole.Create();
        await using var source = await TestDatabase.Empty();
        await using var target = await TestDatabase.Empty();
        await source.Execute("create table one (id int primary key)");
        await target.Execute(
            $"do $$ begin execute format('grant create on database %I to {role.Name}', current_database()); end $$; "
                + $"create table one (id int primary key); grant all on one to {role.Name}");

        var refused = await Assert.ThrowsAsync<SchemaException>(() => DatabaseCopy.Run(source.ConnectionString, As(role, target), new(), CancellationToken.None));

        Assert.Equal("one belongs to another role; its keys and sequences cannot be taken off and put back.", refused.Message);
    }

    static string As(TestRole role, TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role.Name }.ConnectionString;
}
