using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Schema.Import;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

public class MySqlFailureTests
{
    static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_wrong_password_is_said()
    {
        await using var database = await MariaDbDatabase.Empty();
        await WithUser("identified by 'right'", async user =>
        {
            var refused = await Refusal(database.Address with { User = user, Password = "wrong" });

            Assert.Equal(
                $"MySQL at {database.Address.Server} refused {user} on database {database.Name}: "
                    + $"Access denied for user '{user}'@'127.0.0.1' (using password: YES) (1045).",
                refused.Message);
            Assert.Equal("Check user and password, and that the user may log in from this machine.", refused.Advice);
        });
    }

    [Fact]
    public async Task The_right_password_opens()
    {
        await using var database = await MariaDbDatabase.Empty();
        await WithUser("identified via mysql_native_password using password('grün:1')", async user =>
        {
            await MariaDbServer.Execute($"grant select on {MySqlName.Quote(database.Name)}.* to {user}@'%'");
            await using var connection = await MySqlConnection.Open(database.Address with { User = user, Password = "grün:1" }, None);

            Assert.Equal([$"{user}@%"], await connection.Texts("select current_user()"));
        });
    }

    [Fact]
    public async Task A_missing_database_is_said()
    {
        var address = await MariaDbServer.Address("nowhere");

        var refused = await Refusal(address);

        Assert.Equal($"MySQL at {address.Server} refused root on database nowhere: Unknown database 'nowhere' (1049).", refused.Message);
        Assert.Equal("Check the name of the database, and that the user may read it.", refused.Advice);
    }

    [Fact]
    public async Task A_missing_grant_comes_with_the_grant()
    {
        await using var database = await MariaDbDatabase.With("create table one (id int); create table two (id int)");
        await WithUser("identified by 'right'", async user =>
        {
            await MariaDbServer.Execute($"grant select on {MySqlName.Quote(database.Name)}.two to {user}@'%'");
            await using var connection = await MySqlConnection.Open(database.Address with { User = user, Password = "right" }, None);

            var refused = await Assert.ThrowsAsync<SchemaException>(() => connection.Query("select * from one", None));

            Assert.Contains("SELECT command denied", refused.Message);
            Assert.Equal($"Grant what is missing: grant select on `{database.Name}`.* to the user {user}.", refused.Advice);
        });
    }

    [Fact]
    public async Task An_unknown_host_is_said()
    {
        var refused = await Refusal(new MySqlAddress("no-such-host.invalid", 3306, "app", "secret", "orchard"));

        Assert.StartsWith("MySQL at no-such-host.invalid:3306 cannot be reached: ", refused.Message);
        Assert.DoesNotContain("secret", refused.ToString());
    }

    [Fact]
    public async Task A_closed_port_is_said()
    {
        // Held but not listened on: nobody else can open it meanwhile.
        using var held = new Socket(SocketType.Stream, ProtocolType.Tcp);
        held.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)held.LocalEndPoint!).Port;

        var refused = await Refusal(new MySqlAddress("127.0.0.1", port, "app", "", "orchard"));

        Assert.Equal($"MySQL at 127.0.0.1:{port} cannot be reached: Connection refused.", refused.Message);
        Assert.Equal("Check host and port, that the server runs, and that this machine may connect to it.", refused.Advice);
    }

    [Fact]
    public async Task A_session_killed_in_the_middle_says_how_far_it_came()
    {
        await using var database = await MariaDbDatabase.Empty();
        await using var connection = await database.Open();
        var session = (await connection.Texts("select connection_id()"))[0];
        await using var rows = await connection.Query("select seq, repeat('x', 1000) from seq_1_to_10000000", None);
        Assert.True(await rows.Read(None));

        await MariaDbServer.Execute($"kill connection {session}");
        var lost = await Assert.ThrowsAsync<SchemaException>(() => rows.Texts());

        Assert.Equal(ExitCode.Unreachable, lost.Exit);
        Assert.StartsWith(
            $"MySQL at {database.Address.Server} was lost during `select seq, repeat('x', 1000) from seq_1_to_10000000`, after "
                + $"{rows.Count.ToString("N0", CultureInfo.InvariantCulture)} rows (",
            lost.Message);
        Assert.Equal("Nothing is kept of a table that was not read to its end. See what ended the connection, then run again.", lost.Advice);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rows.Read(None).AsTask());
    }

    [Fact]
    public async Task An_error_in_the_middle_of_a_result_is_said_with_the_statement()
    {
        await using var database = await MariaDbDatabase.With(
            "create table one (id int primary key); insert into one select seq from seq_1_to_100000");
        await using var connection = await database.Open();
        const string Sql = "select id, (select seq from seq_1_to_2 where id <> 90000 and seq = 1 or id = 90000) from one order by id";
        await using var rows = await connection.Query(Sql, None);

        var refused = await Assert.ThrowsAsync<SchemaException>(() => rows.Texts());

        Assert.Equal(89_999, rows.Count);
        Assert.Equal(
            $"MySQL at {database.Address.Server} refused `select id, (select seq from seq_1_to_2 where … 00 and seq = 1 or id = 90000) from one order by id`: "
                + "Subquery returns more than 1 row (1242).",
            refused.Message);
        Assert.Equal(["1"], await connection.Texts("select 1"));
    }

    static Task<SchemaException> Refusal(MySqlAddress address) => Assert.ThrowsAsync<SchemaException>(() => MySqlConnection.Open(address, None));

    static async Task WithUser(string identified, Func<string, Task> test)
    {
        var user = $"user_{Guid.NewGuid():N}"[..20];
        await MariaDbServer.Execute($"create user {user}@'%' {identified}");
        try
        {
            await test(user);
        }
        finally
        {
            await MariaDbServer.Execute($"drop user {user}@'%'");
        }
    }
}
