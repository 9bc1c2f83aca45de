namespace Schema.Tests.Migrations;

public class WayBackTests
{
    [Theory]
    [InlineData("TickerFollows")]
    [InlineData("NotificationChannels")]
    [InlineData("RekeyTickets")]
    [InlineData("QueuePeople")]
    [InlineData("RolesAndPermissions")]
    [InlineData("CentralUsers")]
    [InlineData("MarketBaseline")]
    [InlineData("QueueBaseline")]
    [InlineData("0")]
    public async Task Rows_that_only_today_can_hold_survive_the_way_back_and_forth(string target)
    {
        await using var database = await Migrated.Lived();
        var before = await DatabaseDump.Of(database);

        await database.To(target);
        await database.To("ArchiveOldUsers");

        // Ids that Down gave to people without an account are used up.
        Assert.Equal(WithoutPosition(before), WithoutPosition(await DatabaseDump.Of(database)));
    }

    [Fact]
    public async Task The_whole_story_runs_in_one_transaction_both_ways()
    {
        await using var database = await Migrated.Lived();
        var before = await DatabaseDump.Of(database);

        await database.ToAndBackInOneTransaction("QueueBaseline", "ArchiveOldUsers");

        Assert.Equal(WithoutPosition(before), WithoutPosition(await DatabaseDump.Of(database)));
    }

    [Fact]
    public async Task What_a_session_prefers_changes_nothing()
    {
        await using var database = await Migrated.Lived();
        var before = await DatabaseDump.Of(database);
        await database.Preset("timezone", "America/New_York");
        await database.Preset("datestyle", "SQL, DMY");
        await database.Preset("extra_float_digits", "-10");
        await database.Preset("bytea_output", "escape");

        await database.To("0");
        await database.To("ArchiveOldUsers");

        Assert.Equal(WithoutPosition(before), WithoutPosition(await DatabaseDump.Of(database)));
    }

    [Fact]
    public async Task A_role_that_is_no_superuser_and_owns_the_schema_is_enough()
    {
        await using var database = await Migrated.Lived();
        await database.Reassign("schema_model_owner");
        var before = await DatabaseDump.Of(database);

        await database.ToAs("schema_model_owner", "0");
        await database.ToAs("schema_model_owner", "ArchiveOldUsers");

        Assert.Equal(WithoutPosition(before), WithoutPosition(await DatabaseDump.Of(database)));
        Assert.Equal(["f"], await database.Rows("select rolsuper from pg_roles where rolname = 'schema_model_owner'"));
    }

    static string WithoutPosition(string dump) =>
        string.Join("\n\n", dump.Split("\n\n").Where(part => !part.StartsWith("SELECT pg_catalog.setval('archive.users_old_id_seq'", StringComparison.Ordinal)));
}
