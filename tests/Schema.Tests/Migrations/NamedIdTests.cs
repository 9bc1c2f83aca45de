namespace Schema.Tests.Migrations;

public class NamedIdTests
{
    [Theory]
    [InlineData("qstack", "user", "1", "3d4e4e73-178d-852e-b75d-2a23d5389ef5")]
    [InlineData("qstack", "user", "7", "ae8263ed-9f32-8629-bdd6-5553eae5c73b")]
    [InlineData("schema", "role", "hacker", "89968684-c411-8635-8a97-c85f12a6c967")]
    [InlineData("schema", "role", "mentor", "c86e8c0d-9153-8381-87a1-8c1b662ce52f")]
    [InlineData("schema", "role", "admin", "e5b70824-e5c5-8841-812a-7c043052627b")]
    [InlineData("schema", "role", "judge", "80ac1f16-9d30-8efe-8c9b-86dfcd7b0941")]
    public void The_rule_never_changes(string system, string entity, string key, string id) =>
        Assert.Equal(id, NamedId.Of(system, entity, key).ToString());

    [Fact]
    public async Task The_SQL_of_the_migrations_names_people_and_roles_by_the_same_rule()
    {
        await using var database = await Migrated.EmptyAt("RolesAndPermissions");
        await database.Execute("""
            insert into users_old (id, name, email, role, location, zoomlink, discord, reviews)
            select id, '', '', 'Größe' || chr(128512) || id, '', '', '', '{}' from unnest('{-3,0,1,12345,2147483647}'::integer[]) id;
            """);

        await database.To("QueuePeople");

        foreach (var id in new[] { "-3", "0", "1", "12345", "2147483647" })
        {
            Assert.Equal(
                [NamedId.Of("qstack", "user", id).ToString()],
                await database.Rows($"select user_id from user_external_ids where external_id = '{id}'"));
            Assert.Equal(
                [NamedId.Of("schema", "role", $"Größe😀{id}").ToString()],
                await database.Rows($"select id from roles where name = 'Größe' || chr(128512) || '{id}'"));
        }
    }
}
