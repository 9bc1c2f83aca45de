using Schema.Tests.Cli;
using Schema.Tests.Migrations;
using SchemaProgram = Schema.Tests.Cli.SchemaProgram;

namespace Schema.Tests.Timetable;

public sealed class TimetablesMigrationTests
{
    [Fact]
    public async Task Down_and_up_again_gives_an_equal_database_rows_and_sequences_included()
    {
        await using var play = await Play.Running();
        await play.Execute("select setval('timetables_thing_id_seq', 50, true)");
        var dump = await DatabaseDump.Of(play);

        await play.To("ImportPlume");
        Assert.Null(await play.Scalar<string>("select to_regclass('timetables_thing')::text"));
        await play.To("Timetables");

        Assert.Equal(dump, await DatabaseDump.Of(play));
    }

    [Fact]
    public async Task Up_then_down_gives_an_equal_database()
    {
        await using var database = await Migrated.EmptyAt("ImportPlume");
        var dump = await DatabaseDump.Of(database);

        await database.To("Timetables");
        await database.To("ImportPlume");

        Assert.Equal(dump, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task The_tables_of_a_play_server_are_adopted()
    {
        await using var play = await TestDatabase.Empty();
        await play.Execute(South.Tables);

        (await SchemaProgram.On(play, "stamp", "Timetables")).Is(0, $"{play.Name()}: Timetables marked as applied; the tables have that shape.", "");
    }

    [Fact]
    public async Task Tables_that_nobody_adopted_are_not_made_again()
    {
        await using var play = await Migrated.EmptyAt("ImportPlume");
        await play.Execute("create table timetables_event (id int)");

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => play.To("Timetables"));
        Assert.Contains("The table timetables_event is here already", refused.ToString());
        Assert.Contains("schema stamp Timetables", refused.ToString());
    }
}
