using Npgsql;

namespace Schema.Tests.Migrations;

public class ArchiveOldUsersTests
{
    [Theory]
    [InlineData("create schema archive")]
    [InlineData("create schema archive; create table archive.mine (id int)")]
    public async Task A_schema_that_was_here_before_stays(string found)
    {
        await using var database = await Migrated.At("TickerFollows");
        await database.Execute(found);
        var before = await DatabaseDump.Of(database);

        await database.To("ArchiveOldUsers");
        Assert.Equal("archive.users_old_id_seq", await database.Scalar<string>("select pg_get_serial_sequence('archive.users_old', 'id')"));
        await database.To("TickerFollows");

        Assert.Equal(before, await DatabaseDump.Of(database));
    }

    [Fact]
    public async Task A_schema_that_others_use_by_now_stays()
    {
        await using var database = await Migrated.At("ArchiveOldUsers");
        await database.Execute("create type archive.mine as enum ('a')");

        await database.To("TickerFollows");

        Assert.Equal(["archive.mine"], await database.Rows("select oid::regtype from pg_type where typname = 'mine'"));
        Assert.Equal(["users_old"], await database.Rows("select 'users_old'::regclass"));
    }

    [Fact]
    public async Task Without_the_archived_table_Down_is_a_refusal()
    {
        await using var database = await Migrated.At("ArchiveOldUsers");
        await database.Execute("drop table archive.users_old");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.To("TickerFollows"));

        Assert.Equal(
            "archive.users_old is gone: somebody removed it for good (schema archive drop), and without it the older shape cannot be "
            + "brought back. Nothing was changed. Restore that table from a backup, then run Down again.",
            refusal.MessageText);
    }
}
