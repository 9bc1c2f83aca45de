using Npgsql;
using Schema.Tests.Catalogues;

namespace Schema.Tests.Processes;

/// <summary>The grants that the README lists, and nothing more.</summary>
public class LeastPrivilegeTests
{
    [Fact]
    public async Task A_role_with_the_grants_of_the_README_migrates_up_and_down()
    {
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        var name = await database.Scalar<string>("select quote_ident(current_database())");
        await database.Execute(
            $"""
            revoke all on schema public from public;
            revoke all on database {name} from public;
            grant connect, create, temporary on database {name} to {role.Name};
            grant usage, create on schema public to {role.Name};
            """);

        var up = await Run(database, role.Name, "up");
        var status = await Run(database, role.Name, "status");
        var down = await Run(database, role.Name, "down", "0", "--yes", "--production");

        Assert.True(up.ExitCode == 0, up.Error);
        Assert.Contains("pending    none", status.Output);
        Assert.True(down.ExitCode == 0, down.Error);
        Assert.Empty(await database.Rows("select tablename from pg_tables where schemaname = 'public' and tablename !~ '^__'"));
    }

    static Task<Finished> Run(TestDatabase database, string role, params string[] arguments)
    {
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role };
        return SchemaProgram.Run(database, [.. arguments, "--database", address.ConnectionString]);
    }
}
