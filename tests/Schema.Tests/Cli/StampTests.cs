using Schema.Import;
using Schema.Tests.Migrations;

namespace Schema.Tests.Cli;

public class StampTests
{
    [Fact]
    public async Task A_queue_as_it_is_found_is_adopted_and_brought_to_head()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(QStack.Tables + QStack.Rows);

        (await SchemaProgram.On(database, "stamp", "QueueBaseline")).Is(
            0, $"{database.Name()}: QueueBaseline marked as applied; the tables have that shape.", "");
        Assert.Equal(["stamped|20261120100100_QueueBaseline"], await database.Rows("select event, subject from ledger.line"));

        (await SchemaProgram.On(database, "stamp", "QueueBaseline")).Is(0, "QueueBaseline is applied already; nothing to do.", "");
        var up = await SchemaProgram.On(database, "up", "ArchiveOldUsers");
        Assert.Equal((0, $"{database.Name()} is at ArchiveOldUsers.\n"), (up.ExitCode, up.Output));
        Assert.Equal(9, await database.Scalar<long>("select count(*) from archive.users_old"));
    }

    [Fact]
    public async Task Tables_of_another_shape_are_listed_and_nothing_is_marked()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(QStack.Tables + "alter table tickets drop column tags; alter table users alter name drop not null; drop table chatrooms");

        (await SchemaProgram.On(database, "stamp", "QueueBaseline")).Is(
            1,
            $"""
            {database.Name()} has not the shape of QueueBaseline; nothing was marked.
              table public.chatrooms is missing
              column public.tickets.tags is missing (expected text[] not null)
              column public.users.name is different: expected text not null, found text null
            Bring the tables into that shape first. Its SQL: schema script 0 QueueBaseline
            """,
            "");
        Assert.Null(await database.Scalar<string>("select to_regclass('\"__EFMigrationsHistory\"')::text"));
    }

    [Fact]
    public async Task A_market_database_is_refused_by_name_and_the_advice_helps()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute(
            """
            create table users (id bigserial primary key, email text constraint users_email_key unique);
            create table user_profiles (user_id bigint primary key references users);
            """);
        const string Found = "The table users has bigint ids: these are the people of a market database, not the help queue's. Nothing was changed.";
        const string Advice = """
            Use a database of its own for this program, or set them aside, where the market's program finds them with search_path = market, public:
                create schema market;
                alter table users set schema market;
                alter table user_profiles set schema market;
            """;

        (await SchemaProgram.On(database, "stamp", "QueueBaseline")).Is(1, "", $"{Found}\n  {Advice}");
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => Databases.Up(database.ConnectionString));
        Assert.Equal((ExitCode.DataRefused, Found, Advice), (refusal.Exit, refusal.Message, refusal.Advice));

        await database.Execute(string.Join('\n', Advice.Split('\n').Skip(1)));
        await Databases.Up(database.ConnectionString, "CentralUsers");
        Assert.Equal(["market", "public"], await database.Rows("select schemaname from pg_tables where tablename = 'user_profiles' order by 1"));
    }

    [Fact]
    public async Task Through_marks_all_before_it_as_well()
    {
        await using var database = await Databases.At("MarketBaseline");
        await database.Execute("drop schema ledger cascade; drop table \"__EFMigrationsHistory\"");

        (await SchemaProgram.On(database, "stamp", "MarketBaseline", "--through")).Is(
            0, $"{database.Name()}: QueueBaseline, MarketBaseline marked as applied; the tables have that shape.", "");
        Assert.Equal(
            ["20261120100100_QueueBaseline", "20261120100200_MarketBaseline"],
            await database.Rows("""select "MigrationId" from "__EFMigrationsHistory" order by 1"""));
    }
}
