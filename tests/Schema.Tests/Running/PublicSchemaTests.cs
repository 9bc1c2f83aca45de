using Microsoft.EntityFrameworkCore;

namespace Schema.Tests.Running;

public class PublicSchemaTests
{
    [Fact]
    public async Task Tables_are_made_in_public_though_the_role_has_a_schema_of_its_own_name()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create schema authorization current_user");
        await using var context = FarmContext.On(database);

        await context.Database.MigrateAsync("20000101000001_Plots");

        Assert.Equal(
            ["__EFMigrationsHistory", "plots"],
            await database.Rows("select tablename from pg_tables where schemaname = 'public' order by 1"));
    }
}
