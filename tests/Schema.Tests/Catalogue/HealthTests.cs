using Npgsql;
using Schema.Import;

namespace Schema.Tests.Catalogues;

public class HealthTests
{
    [Fact]
    public async Task A_sound_database_has_no_ailments()
    {
        await using var database = await Orchard.Planted();
        await database.Execute(
            """
            alter table archive."Old: trees" validate constraint tags_are_few;
            insert into growers (email) values ('a'), ('b');
            """);

        Assert.Empty(await Ailments(database));
    }

    [Theory]
    [InlineData("id serial", "1, 2, 40", "sequence public.t_id_seq stands at 1 but public.t.id already has 40", "alter sequence \"public\".\"t_id_seq\" restart with 41;")]
    [InlineData("id serial", "1", "sequence public.t_id_seq stands at 1 but public.t.id already has 1", "alter sequence \"public\".\"t_id_seq\" restart with 2;")]
    [InlineData("id bigint generated always as identity", "9", "sequence public.t_id_seq stands at 1 but public.t.id already has 9", "alter sequence \"public\".\"t_id_seq\" restart with 10;")]
    [InlineData("id int generated always as identity (increment -1)", "-5", "sequence public.t_id_seq stands at -1 but public.t.id already has -5", "alter sequence \"public\".\"t_id_seq\" restart with -6;")]
    public async Task A_sequence_behind_its_column_is_told(string column, string values, string sentence, string repair)
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute($"create table t ({column} primary key); insert into t overriding system value select unnest(array[{values}])");

        Assert.Equal(new Ailment("public.t", sentence, repair), Assert.Single(await Ailments(database)));
        await database.Execute(repair);
        Assert.Empty(await Ailments(database));
    }

    [Fact]
    public async Task A_sequence_that_was_called_up_to_its_column_is_not_behind()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create table t (id serial primary key); insert into t default values; insert into t default values");

        Assert.Empty(await Ailments(database));
    }

    [Fact]
    public async Task An_index_that_failed_to_build_is_told_with_its_repair()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create table \"My t\" (x int); insert into \"My t\" values (1), (1)");
        await Assert.ThrowsAsync<PostgresException>(() => database.Execute("create unique index concurrently t_x on \"My t\" (x)"));

        var ailment = Assert.Single(await Ailments(database));
        await database.Execute("delete from \"My t\"");
        await database.Execute(ailment.Repair);

        Assert.Equal(
            "index public.t_x on public.\"My t\" is invalid: its concurrent build ended early; repair: reindex index concurrently \"public\".\"t_x\";",
            ailment.ToString());
        Assert.Empty(await Ailments(database));
    }

    [Fact]
    public async Task What_a_failed_reindex_left_is_to_be_dropped()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create table t (x int); insert into t values (1), (1)");
        await Assert.ThrowsAsync<PostgresException>(() => database.Execute("create unique index concurrently t_x on t (x)"));
        await Assert.ThrowsAsync<PostgresException>(() => database.Execute("reindex index concurrently t_x"));

        Assert.Equal(
            ["reindex index concurrently \"public\".\"t_x\";", "drop index concurrently \"public\".\"t_x_ccnew\";"],
            (await Ailments(database)).Select(ailment => ailment.Repair));
    }

    [Fact]
    public async Task A_constraint_that_was_never_validated_is_told_with_its_repair()
    {
        await using var database = await Orchard.Planted();

        var ailment = Assert.Single(await Ailments(database));
        await database.Execute(ailment.Repair);

        Assert.Equal(
            new Ailment(
                "archive.\"Old: trees\"",
                "constraint tags_are_few on archive.\"Old: trees\" is not validated: rows older than it may break it",
                "alter table \"archive\".\"Old: trees\" validate constraint \"tags_are_few\";"),
            ailment);
        Assert.Empty(await Ailments(database));
    }

    [Fact]
    public async Task What_may_not_be_read_is_told_and_does_not_fail()
    {
        await using var role = await TestRole.Create();
        await using var database = await TestDatabase.Empty();
        await database.Execute("create schema own; create table own.t (id serial primary key); insert into own.t values (7)");
        await using var connection = await role.Connect(database);

        var ailment = Assert.Single(await Health.Read(connection, CancellationToken.None));
        await database.Execute(ailment.Repair);
        var behind = Assert.Single(await Health.Read(connection, CancellationToken.None));

        Assert.Equal($"sequence own.t_id_seq cannot be compared with own.t.id: {role.Name} may not read both", ailment.Sentence);
        Assert.Equal(
            $"grant usage on schema \"own\" to \"{role.Name}\"; grant select on \"own\".\"t_id_seq\", \"own\".\"t\" to \"{role.Name}\";",
            ailment.Repair);
        Assert.Equal("sequence own.t_id_seq stands at 1 but own.t.id already has 7", behind.Sentence);
    }

    static async Task<IReadOnlyList<Ailment>> Ailments(TestDatabase database)
    {
        await using var connection = await database.Open();
        return await Health.Read(connection, CancellationToken.None);
    }
}
