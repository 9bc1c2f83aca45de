using Microsoft.EntityFrameworkCore;

namespace Schema.Tests.Migrations;

public class StoryTests
{
    public static IEnumerable<object[]> Steps =>
        Migrated.Story.Zip(Migrated.Story.Skip(1), (before, step) => new object[] { before, step });

    [Fact]
    public async Task The_snapshot_is_the_model()
    {
        await using var database = await TestDatabase.Empty();
        await using var context = Migrated.Context(database.ConnectionString);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal([.. Migrated.Story, .. Migrated.Imports], context.Database.GetMigrations().Select(id => id[15..]));
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Up_then_Down_gives_an_equal_database(string before, string step)
    {
        await using var database = await Migrated.At(before);
        var dump = await DatabaseDump.Of(database);

        await database.To(step);
        Assert.NotEqual(dump, await DatabaseDump.Of(database));
        await database.To(before);

        Assert.Equal(dump, await DatabaseDump.Of(database));
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Down_then_Up_gives_an_equal_database(string before, string step)
    {
        await using var database = await Migrated.At(step);
        var dump = await DatabaseDump.Of(database);

        await database.To(before);
        await database.To(step);

        Assert.Equal(dump, await DatabaseDump.Of(database));
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task Up_then_Down_gives_an_equal_empty_database(string before, string step)
    {
        await using var database = await Migrated.EmptyAt(before);
        var dump = await DatabaseDump.Of(database);

        await database.To(step);
        await database.To(before);

        Assert.Equal(dump, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task The_whole_story_goes_back_to_the_adopted_queue_and_forth_to_the_same_people()
    {
        await using var database = await Migrated.At("QueueBaseline");
        var found = await DatabaseDump.Of(database);
        await database.To("ArchiveOldUsers");
        var head = await DatabaseDump.Of(database);

        await database.To("QueueBaseline");
        Assert.Equal(found, await DatabaseDump.Of(database));

        await database.To("ArchiveOldUsers");
        Assert.Equal(head, await DatabaseDump.Of(database));
    }
}
