namespace Schema.Tests.Cli;

public class ArchiveTests
{
    [Fact]
    public async Task An_archived_table_is_removed_when_it_is_meant_and_is_then_no_drift()
    {
        await using var database = await Databases.AtHead();
        await database.Execute("insert into archive.users_old values (1, 'Ann', '', '', '', '', '', 0, '{}', '{}')");
        var rows = $"{database.Name()}: archive.users_old has 1 row; no migration brings them back.";

        (await SchemaProgram.On(database, "archive", "drop", "users_old")).Is(
            5, rows, "Remove it for good? Nobody is there to answer.\n  Add --yes when it is meant.");
        (await SchemaProgram.On(database, "archive", "drop", "archive.users_old", "--yes")).Is(
            0, $"{rows}\narchive.users_old is removed, with 1 row.", "");

        Assert.Equal(
            ["archived|archive.users_old|removed for good, 1 rows"],
            await database.Rows("select event, subject, detail->>'message' from ledger.line order by id desc limit 1"));
        Assert.Equal(0, (await SchemaProgram.On(database, "check")).ExitCode);
    }

    [Fact]
    public async Task In_production_it_must_be_said()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.InProduction(database, "archive", "drop", "users_old", "--yes")).Is(
            5,
            "",
            """
            Removing archive.users_old is refused: this database counts as Production, because no environment is set, and the database is not the project's own.
              schema archive drop users_old --production
            """);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_what_is_there()
    {
        await using var database = await Databases.AtHead();

        (await SchemaProgram.On(database, "archive", "drop", "users")).Is(2, "", "The schema archive has no table 'users'.\n  It has: users_old");
    }

    [Fact]
    public async Task What_something_depends_on_stays()
    {
        await using var database = await Databases.AtHead();
        await database.Execute("create view old_names as select name from archive.users_old");

        var said = await SchemaProgram.On(database, "archive", "drop", "users_old", "--yes");

        Assert.Equal(3, said.ExitCode);
        Assert.StartsWith(
            "schema archive drop: cannot drop table archive.users_old because other objects depend on it. [2BP01]\n", said.Error);
        Assert.Equal(0, await database.Scalar<long>("select count(*) from ledger.line where event = 'archived'"));
    }
}
