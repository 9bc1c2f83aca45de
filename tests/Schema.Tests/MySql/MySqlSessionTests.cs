using Schema.Import;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

public class MySqlSessionTests
{
    static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task All_tables_are_seen_as_of_one_moment()
    {
        await using var database = await MariaDbDatabase.With(
            "create table first (id int); create table second (id int); insert into first values (1); insert into second values (1)");
        await using var connection = await database.Open();

        await database.Execute("insert into first values (2); delete from second");

        Assert.Equal(["1"], await connection.Texts("select id from first"));
        Assert.Equal(["1"], await connection.Texts("select id from second"));
        Assert.Equal(["1", "2"], await database.Rows("select id from first order by id"));
        Assert.InRange(connection.Snapshot, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Contains("MariaDB", connection.Version);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        await using var database = await MariaDbDatabase.With("create table one (id int)");
        await using var connection = await database.Open();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => connection.Query("insert into one values (1)", None));

        Assert.Equal(
            (ExitCode.DataRefused, $"MySQL at {database.Address.Server} refused `insert into one values (1)`: "
                + "Cannot execute statement in a READ ONLY transaction (1792)."),
            (refused.Exit, refused.Message));
        Assert.Equal(["0"], await connection.Texts("select count(*) from one"));
    }

    [Fact]
    public async Task Settings_of_the_server_do_not_reach_the_session()
    {
        await using var database = await MariaDbDatabase.Empty();
        var before = await MariaDbServer.Execute("select @@global.sql_mode, @@global.time_zone");

        Assert.StartsWith("STRICT_TRANS_TABLES", before);
        Assert.Equal(
            ["|+00:00|18446744073709551615|1|0.000000|0|0|REPEATABLE-READ|1|utf8mb4|utf8mb4"],
            await database.Rows(
                """
                select @@sql_mode, @@time_zone, @@sql_select_limit, @@sql_big_selects, @@max_statement_time, @@idle_transaction_timeout,
                       @@idle_readonly_transaction_timeout, @@tx_isolation, @@tx_read_only, @@character_set_client, @@character_set_results
                """));
    }

    [Fact]
    public async Task Statements_follow_each_other_on_one_connection()
    {
        await using var database = await MariaDbDatabase.With("create table empty_one (id int, name text)");
        await using var connection = await database.Open();

        await using (var rows = await connection.Query("select id, name from empty_one", None))
        {
            Assert.Equal(2, rows.Fields.Count);
            Assert.False(await rows.Read(None));
            Assert.False(await rows.Read(None));
        }

        await using (var rows = await connection.Query("set @a = 1", None))
        {
            Assert.Empty(rows.Fields);
            Assert.False(await rows.Read(None));
        }

        Assert.Equal(["1|x"], await connection.Texts("select @a, 'x'"));
    }

    [Fact]
    public async Task A_statement_before_the_end_of_another_is_our_own_mistake()
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();
        await using var rows = await connection.Query("select 1 union all select 2", None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.Query("select 3", None));
        Assert.Equal(["1", "2"], await rows.Texts());
    }

    [Fact]
    public async Task Rows_given_up_early_close_the_connection()
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();

        await using (var rows = await connection.Query("select seq from seq_1_to_100000000", None))
            Assert.True(await rows.Read(None));

        await Assert.ThrowsAsync<ObjectDisposedException>(() => connection.Query("select 1", None));
    }

    [Fact]
    public async Task A_refused_statement_leaves_the_connection_of_use()
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();

        var refused = await Assert.ThrowsAsync<SchemaException>(() => connection.Query("select * from missing", None));

        Assert.Equal(
            $"MySQL at {database.Address.Server} refused `select * from missing`: Table '{database.Name}.missing' doesn't exist (1146).",
            refused.Message);
        Assert.Equal(["1"], await connection.Texts("select 1"));
    }

    [Fact]
    public async Task A_table_altered_after_the_snapshot_is_refused()
    {
        await using var database = await MariaDbDatabase.With("create table one (id int); insert into one values (1)");
        await using var connection = await database.Open();

        await database.Execute("alter table one add column name text, algorithm = copy");
        var refused = await Assert.ThrowsAsync<SchemaException>(() => connection.Texts("select * from one"));

        Assert.Contains("(1412)", refused.Message);
        Assert.Equal(
            "A table was altered after this run's snapshot was taken. Run it again when nobody alters the source.", refused.Advice);
    }

    [Fact]
    public async Task A_cancelled_read_closes_the_connection()
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();
        using var cancel = new CancellationTokenSource();

        var waiting = connection.Query("select sleep(600)", cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Finished(waiting));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connection.Query("select 1", None));

        async Task Finished(Task<MySqlRows> query)
        {
            await using var rows = await query;
            await rows.Read(cancel.Token);
        }
    }
}
