using Schema.Import;
using Schema.Migrations;
using Schema.Seeding;

namespace Schema.Tests.Seeding;

public class QueueSampleTests
{
    [Fact]
    public async Task The_rows_are_the_same_on_every_machine()
    {
        await using var database = await Queue();

        Assert.Equal(["300|600|200"], await database.Rows("""
            select (select count(*) from users), (select count(*) from tickets), (select count(*) from chatrooms)
            """));
        Assert.Equal(["67d098c08ef217ae372ab22971b99625"], await database.Rows("""
            select md5(
                (select string_agg(u::text, E'\n' order by id) from users u)
                || (select string_agg(t::text, E'\n' order by id) from tickets t)
                || (select string_agg(c::text, E'\n' order by id) from chatrooms c))
            """));
    }

    [Fact]
    public async Task The_tables_have_the_shape_that_the_first_migration_adopts()
    {
        await using var database = await Queue();
        await using var connection = await database.Open();

        var differences = Drift.OfMigration(
            ExpectedCatalogue.After(null), ExpectedCatalogue.After("20261120100100_QueueBaseline"), await LiveCatalogue.Read(connection, CancellationToken.None));

        Assert.Empty(differences);
    }

    static async Task<TestDatabase> Queue()
    {
        var database = await TestDatabase.Empty();
        await using var connection = await database.Open();
        await new QueueSample().Fill(connection, 3000, CancellationToken.None);

        return database;
    }
}
