using Schema.Import;

namespace Schema.Tests.Sources;

public class PostgresSourceTests
{
    [Fact]
    public async Task Columns_are_bound_by_name()
    {
        await using var database = await TestDatabase.Empty();

        var rows = await Read<Grower>(database, """select timestamptz '2024-02-29 12:00+02' as joined, 'Ada' as "growerName", 17::bigint as id, 'red' as colour, null::int as age""");

        Assert.Equal([new SourceRow<Grower>(1, new Grower(17, "Ada", new DateTime(2024, 2, 29, 10, 0, 0, DateTimeKind.Utc), Colour.Red, null))], rows);
    }

    [Fact]
    public async Task A_type_that_the_legacy_database_made_for_itself_is_read_by_its_words()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create type colour as enum ('red', 'green')");

        var rows = await Read<One<Colour>>(database, "select 1 as id, 'green'::colour as value");

        Assert.Equal(Colour.Green, Assert.Single(rows).Record!.Value);
    }

    [Fact]
    public async Task Values_go_beside_the_query_and_are_counted_with_it()
    {
        await using var database = await TestDatabase.Empty();
        var source = Source.Postgres<Small>("select id, id as number from generate_series(1, 9) id where id > $1 and id = any($2)", [3L, new[] { 2L, 5L }]);
        await using var session = await source.Open(database.ConnectionString, CancellationToken.None);

        Assert.NotNull(await source.Estimate(session, CancellationToken.None));
        Assert.Equal([new SourceRow<Small>(1, new Small(5, 5))], await Drain(source, session));
    }

    [Theory]
    [InlineData("null", "now()", "'red'", "cannot be read: grower_name is NULL")]
    [InlineData("'Ada'", "now()", "'blue'", "cannot be read: colour is 'blue', which Colour does not name")]
    [InlineData("'Ada'", "timestamptz 'infinity'", "'red'", "cannot be read: joined is infinite, or at an end of the calendar")]
    [InlineData("'Ada'", "timestamptz '0044-03-15 BC'", "'red'", "cannot be read: joined is a timestamp with time zone, out of range for DateTime")]
    public async Task A_row_that_does_not_fit_is_refused_and_the_next_is_read(string name, string joined, string colour, string reason)
    {
        await using var database = await TestDatabase.Empty();

        var rows = await Read<Grower>(
            database,
            $"""
            select 17::bigint as id, {name} as grower_name, {joined} as joined, {colour} as colour, 3 as age
            union all select 18, 'Bob', now(), 'green', null
            """);

        Assert.Equal(("17", reason), (rows[0].Refusal!.Key, rows[0].Refusal!.Reason));
        Assert.Equal((2, "Bob"), (rows[1].Position, rows[1].Record!.GrowerName));
    }

    [Fact]
    public async Task A_value_that_no_type_of_ours_holds_is_refused_and_never_changed()
    {
        await using var database = await TestDatabase.Empty();
        async Task<string?> Reason<TValue>(string value) =>
            Assert.Single(await Read<One<TValue>>(database, $"select 1 as id, {value} as value")).Refusal?.Reason;
        const string infinite = "cannot be read: value is infinite, or at an end of the calendar";

        Assert.Equal(infinite, await Reason<DateOnly>("date 'infinity'"));
        Assert.Equal(infinite, await Reason<DateOnly?>("date '-infinity'"));
        Assert.Equal(infinite, await Reason<DateTimeOffset>("timestamptz 'infinity'"));
        Assert.Equal(infinite, await Reason<DateTime>("timestamp '-infinity'"));
        Assert.Equal(infinite, await Reason<DateOnly?[]>("array[null, date 'infinity']"));
        Assert.Equal(infinite, await Reason<DateTime[]>("array[timestamptz 'infinity']"));
        Assert.EndsWith("out of range for decimal", await Reason<decimal>("numeric 'NaN'"));
        Assert.EndsWith("out of range for decimal", await Reason<decimal>("0.12345678901234567890123456789::numeric"));
        Assert.EndsWith("out of range for decimal", await Reason<decimal>("1e-29::numeric"));
        Assert.Null(await Reason<int>("7.00::numeric"));
        Assert.NotNull(await Reason<int>("1.5::numeric"));
        Assert.NotNull(await Reason<long>("-0.5::numeric"));
        Assert.EndsWith("out of range for TimeOnly", await Reason<TimeOnly>("time '24:00'"));
        Assert.EndsWith("out of range for TimeSpan", await Reason<TimeSpan>("interval '1 month'"));
    }

    [Fact]
    public async Task A_number_out_of_range_is_refused_with_its_value()
    {
        await using var database = await TestDatabase.Empty();

        var row = Assert.Single(await Read<Small>(database, "select 1 as id, 99999999999 as number"));

        Assert.Equal("cannot be read: number is 99999999999, out of range for int", row.Refusal!.Reason);
    }

    [Fact]
    public async Task A_column_of_another_type_is_refused_with_both_sides()
    {
        await using var database = await TestDatabase.Empty();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read<Small>(database, "select 1 as id, 'x' as number"));

        Assert.Equal("the query for Small: column number is text, Small.Number is int.", refused.Message);
        Assert.Equal("Cast the column in the query, or give the parameter the column's type.", refused.Advice);
    }

    [Fact]
    public async Task A_query_that_differs_from_the_record_is_refused()
    {
        await using var database = await TestDatabase.Empty();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read<Small>(database, "select 1 as id, 2 as amount"));

        Assert.Equal("the query for Small and Small differ:\n  Small.Number has no column\n  column amount has no parameter in Small", refused.Message);
    }

    [Fact]
    public async Task A_query_that_the_server_refuses_says_where()
    {
        await using var database = await TestDatabase.Empty();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Read<Small>(database, "select id, number from nowhere"));

        Assert.Equal((ExitCode.DataRefused, $"The source {DatabaseAddress.Parse(database.ConnectionString)} refused the query for Small: relation \"nowhere\" does not exist."), (refused.Exit, refused.Message));
    }

    [Fact]
    public async Task All_steps_see_one_snapshot_and_none_can_write()
    {
        await using var database = await TestDatabase.Empty();
        await database.Execute("create table small (id int, number int); insert into small values (1, 1)");
        var source = Source.Postgres<Small>("select id, number from small");
        await using var session = await source.Open(database.ConnectionString, CancellationToken.None);

        Assert.Single(await Drain(source, session));
        await database.Execute("insert into small values (2, 2)");
        Assert.Single(await Drain(source, session));

        var refused = await Assert.ThrowsAsync<SchemaException>(() => Drain(Source.Postgres<Small>("insert into small values (3, 3) returning id, number"), session));
        Assert.EndsWith("refused the query for Small: cannot execute INSERT in a read-only transaction.", refused.Message);
    }

    [Fact]
    public async Task A_source_that_goes_away_is_told_from_one_that_refuses()
    {
        await using var database = await TestDatabase.Empty();
        var source = Source.Postgres<Small>("select id, id as number from generate_series(1, 10000000) id");
        await using var session = await source.Open(database.ConnectionString, CancellationToken.None);

        var lost = await Assert.ThrowsAsync<SourceLostException>(async () =>
        {
            await foreach (var row in source.Read(session, CancellationToken.None))
            {
                if (row.Position == 1000)
                    await database.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            }
        });

        Assert.Equal(ExitCode.Unreachable, lost.Exit);
        Assert.StartsWith($"The source {DatabaseAddress.Parse(database.ConnectionString)} was lost while it was read: ", lost.Message);
    }

    static async Task<List<SourceRow<TLegacy>>> Read<TLegacy>(TestDatabase database, string sql) =>
        await Source.Postgres<TLegacy>(sql).All(database.ConnectionString);

    static async Task<List<SourceRow<Small>>> Drain(Source<Small> source, SourceSession session)
    {
        var rows = new List<SourceRow<Small>>();
        await foreach (var row in source.Read(session, CancellationToken.None))
            rows.Add(row);

        return rows;
    }

    enum Colour
    {
        Red,
        Green,
    }

    sealed record Grower(long Id, string GrowerName, DateTime Joined, Colour Colour, int? Age);

    sealed record One<TValue>(int Id, TValue Value);

    sealed record Small(int Id, int Number);
}
