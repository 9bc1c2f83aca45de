using Npgsql;
using Schema.Import;

namespace Schema.Tests.Catalogues;

public class MissingGrantsTests
{
    static readonly Import.Catalogue Expected = Import.Catalogue.Parse(
        """
        schema archive
        table public.growers
        column public.growers.id: integer not null
        sequence public.growers_id_seq on public.growers: integer start 1 increment 1 minimum 1 maximum 2147483647 cache 1 owned by id
        """);

    const string Ddl =
        """
        create table growers (id serial primary key);
        create table theirs (id serial primary key);
        create schema ledger;
        create table ledger.run (id int);
        """;

    [Fact]
    public async Task A_superuser_lacks_nothing()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(Ddl);
        await using var connection = await database.Open();

        Assert.Empty(await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None));
        Assert.Empty(await MissingGrants.ToRead(connection, Expected, CancellationToken.None));
    }

    [Fact]
    public async Task The_owner_of_database_and_tables_lacks_nothing()
    {
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        await using var connection = await role.Connect(database);
        await database.Execute(
            $"""
            alter schema public owner to {role.Name};
            grant create on database "{connection.Database}" to {role.Name};
            set role {role.Name};
            {Ddl}
            """);

        Assert.Empty(await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None));
        Assert.Empty(await MissingGrants.ToRead(connection, Expected, CancellationToken.None));
    }

    [Fact]
    public async Task What_a_superuser_owns_changes_hands_and_the_lines_are_enough()
    {
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        await database.Execute(Ddl + "revoke all on schema public from public");
        await using var connection = await role.Connect(database);

        var lines = await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None);
        await database.Execute(string.Join('\n', lines));

        Assert.Equal(
            [
                $"grant create on database \"{connection.Database}\" to \"{role.Name}\";",
                $"grant usage, create on schema \"public\" to \"{role.Name}\";",
                $"grant usage, create on schema \"ledger\" to \"{role.Name}\";",
                $"alter table \"ledger\".\"run\" owner to \"{role.Name}\";",
                $"alter table \"public\".\"growers\" owner to \"{role.Name}\";",
            ],
            lines);
        Assert.Empty(await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None));
        await connection.Execute("create schema archive; alter table growers add x int; create table t (id int); drop table ledger.run");
    }

    [Fact]
    public async Task An_ordinary_owner_is_joined()
    {
        await using var owner = await TestRole.Create();
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        await database.Execute(
            $"""
            create schema archive;
            grant create, usage on schema public, archive to {owner.Name}, {role.Name};
            grant create on database "{new NpgsqlConnectionStringBuilder(database.ConnectionString).Database}" to {owner.Name};
            set role {owner.Name};
            {Ddl}
            grant create, usage on schema ledger to {role.Name};
            """);
        await using var connection = await role.Connect(database);

        var lines = await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None);
        await database.Execute(string.Join('\n', lines));

        Assert.Equal([$"grant \"{owner.Name}\" to \"{role.Name}\";"], lines);
        Assert.Empty(await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None));
    }

    [Fact]
    public async Task A_member_that_does_not_inherit_is_told_to()
    {
        await using var owner = await TestRole.Create();
        await using var role = await TestRole.Create("login noinherit");
        await using var database = await TestDatabase.Empty();
        await database.Execute(
            $"""
            grant {owner.Name} to {role.Name};
            create schema archive;
            create schema ledger;
            grant create, usage on schema public, archive, ledger to {owner.Name}, {role.Name};
            set role {owner.Name};
            create table growers (id serial primary key);
            """);
        await using var connection = await role.Connect(database);

        var line = Assert.Single(await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None));
        await database.Execute(line);

        Assert.Equal(
            connection.PostgreSqlVersion.Major >= 16 ? $"grant \"{owner.Name}\" to \"{role.Name}\" with inherit true;" : $"alter role \"{role.Name}\" inherit;",
            line);
        Assert.Empty(await MissingGrants.ToMigrate(connection, Expected, CancellationToken.None));
    }

    [Fact]
    public async Task A_role_that_only_looks_lacks_usage_and_select_on_what_is_ours()
    {
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        await database.Execute(Ddl + "create table \"__EFMigrationsHistory\" (migration_id text); revoke all on schema public from public");
        await using var connection = await role.Connect(database);

        var lines = await MissingGrants.ToRead(connection, Expected, CancellationToken.None);
        await database.Execute(string.Join('\n', lines));

        Assert.Equal(
            [
                $"grant usage on schema \"public\" to \"{role.Name}\";",
                $"grant usage on schema \"ledger\" to \"{role.Name}\";",
                $"grant select on \"ledger\".\"run\" to \"{role.Name}\";",
                $"grant select on \"public\".\"__EFMigrationsHistory\", \"public\".\"growers\", \"public\".\"growers_id_seq\" to \"{role.Name}\";",
            ],
            lines);
        Assert.Empty(await MissingGrants.ToRead(connection, Expected, CancellationToken.None));
        await connection.Execute("select from growers, growers_id_seq, ledger.run");
    }
}
