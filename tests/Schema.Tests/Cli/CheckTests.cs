using Schema.Import;
using Schema.Migrations;
using Schema.Tests.Catalogues;

namespace Schema.Tests.Cli;

public class CheckTests
{
    [Fact]
    public async Task A_database_as_its_migrations_left_it_is_well()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.On(database, "check")).Is(0, Well(database, "none"), "");
    }

    [Fact]
    public async Task Every_difference_and_every_ailment_has_a_line()
    {
        await using var database = await Databases.AtHead();
        await database.Execute(
            """
            alter table users add nickname text;
            alter table tickets alter status set default 'new';
            alter table roles add constraint roles_name_length check (length(name) < 99) not valid;
            insert into tickets (id, question, content, location, tags, images) values (41, '', '', '', '{}', '{}');
            """);

        (await SchemaProgram.On(database, "check")).Is(
            1,
            $"""
            database   {database.Name()}, at {Databases.HeadName}; pending: none
            model      no change without a migration
            drift      column public.tickets.status is different: expected character varying null, found character varying null default 'new'::character varying
            drift      constraint roles_name_length on public.roles is extra (found CHECK ((length(name) < 99)) NOT VALID)
            drift      column public.users.nickname is extra (found text null)
            health     sequence public.tickets_id_seq stands at 1 but public.tickets.id already has 41; repair: alter sequence "public"."tickets_id_seq" restart with 42;
            health     constraint roles_name_length on public.roles is not validated: rows older than it may break it; repair: alter table "public"."roles" validate constraint "roles_name_length";
            """,
            "");
    }

    [Fact]
    public async Task Pending_migrations_are_no_difference_and_other_peoples_tables_are_counted()
    {
        await using var database = await Databases.At("CentralUsers");
        await database.Execute("create table somebody_elses (id int)");

        (await SchemaProgram.On(database, "check")).Is(
            0,
            $"""
            database   {database.Name()}, at CentralUsers; pending: {Databases.After("CentralUsers")}
            model      no change without a migration
            drift      none (1 object not made by migrations)
            health     nothing is wrong
            """,
            "");
    }

    [Fact]
    public async Task It_needs_no_more_than_the_right_to_read()
    {
        await using var role = await TestRole.Create();
        await using var database = await Databases.AtHead();
        await using (var connection = await role.Connect(database))
        {
            var expected = ExpectedCatalogue.After(Databases.Head);
            var grants = await MissingGrants.ToRead(connection, expected, CancellationToken.None);
            await database.Execute(string.Join('\n', grants));
        }

        (await SchemaProgram.On(database.As(role.Name), "check")).Is(0, Well(database, "none"), "");
    }

    static string Well(TestDatabase database, string drift) => $"""
        database   {database.Name()}, at {Databases.HeadName}; pending: none
        model      no change without a migration
        drift      {drift}
        health     nothing is wrong
        """;
}
