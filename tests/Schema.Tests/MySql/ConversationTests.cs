using Schema.Import;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>Conversations that go wrong, over a real connection.</summary>
public class ConversationTests
{
    static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_connection_dropped_between_rows_says_how_far_it_came()
    {
        await using var server = Answering([[1], Packets.Field("id"), Packets.TextRow("1"), Packets.TextRow("2")]);
        await using var connection = await server.Open();
        await using var rows = await connection.Query("select id from grower", None);

        var lost = await Assert.ThrowsAsync<SchemaException>(() => rows.Texts());

        Assert.Equal(
            (ExitCode.Unreachable, $"MySQL at {server.Address.Server} was lost during `select id from grower`, after 2 rows (45 bytes): "
                + "the server closed the connection."),
            (lost.Exit, lost.Message));
        Assert.IsType<EndOfStreamException>(lost.InnerException);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rows.Read(None).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connection.Query("select 1", None));
    }

    [Fact]
    public async Task An_error_between_rows_is_said_and_no_end()
    {
        await using var server = Answering([[1], Packets.Field("id"), Packets.TextRow("1"), Packets.Error(1194, "Table 'grower' is crashed")]);
        await using var connection = await server.Open();
        await using var rows = await connection.Query("select id from grower", None);

        var refused = await Assert.ThrowsAsync<SchemaException>(() => rows.Texts());

        Assert.Equal(1, rows.Count);
        Assert.Equal(
            (ExitCode.DataRefused, $"MySQL at {server.Address.Server} refused `select id from grower`: Table 'grower' is crashed (1194)."),
            (refused.Exit, refused.Message));
    }

    [Fact]
    public async Task A_shutdown_between_rows_is_a_lost_server()
    {
        await using var server = Answering([[1], Packets.Field("id"), Packets.TextRow("1"), Packets.Error(1053, "Server shutdown in progress")]);
        await using var connection = await server.Open();

        var lost = await Assert.ThrowsAsync<SchemaException>(() => connection.Texts("select id from grower"));

        Assert.Equal(ExitCode.Unreachable, lost.Exit);
        Assert.EndsWith(", after 1 row (79 bytes): Server shutdown in progress (1053).", lost.Message);
    }

    [Fact]
    public async Task A_second_result_is_refused()
    {
        await using var server = Answering([[1], Packets.Field("id"), Packets.TextRow("1"), Packets.AnnouncesMore]);
        await using var connection = await server.Open();

        var lost = await Assert.ThrowsAsync<SchemaException>(() => connection.Texts("call growers()"));

        Assert.EndsWith("it announced a second result, where one is read.", lost.Message);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_file_gets_none()
    {
        await using var server = Answering([[0xfb, .. "/etc/passwd"u8]]);
        await using var connection = await server.Open();

        var lost = await Assert.ThrowsAsync<SchemaException>(() => connection.Query("select id from grower", None));

        Assert.EndsWith("it asked for a file of this machine.", lost.Message);
    }

    [Fact]
    public async Task A_full_server_is_said()
    {
        await using var server = ScriptedServer.Start(peer => peer.Send([0xff, 0x10, 0x04, .. "Too many connections"u8]));

        var refused = await Assert.ThrowsAsync<SchemaException>(server.Open);

        Assert.Equal($"MySQL at {server.Address.Server} refused reader on database orchard: Too many connections (1040).", refused.Message);
        Assert.Equal("Too many connections are open: close some, or raise max_connections.", refused.Advice);
    }

    [Fact]
    public async Task Something_else_than_MySQL_is_said()
    {
        await using var server = ScriptedServer.Start(async peer => await peer.Stream.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray()));

        var refused = await Assert.ThrowsAsync<SchemaException>(server.Open);

        Assert.StartsWith($"MySQL at {server.Address.Server} cannot be reached: ", refused.Message);
        Assert.Equal(ExitCode.Unreachable, refused.Exit);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        var finished = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(_ => finished.Task);

        var refused = await Assert.ThrowsAsync<SchemaException>(
            () => MySqlConnection.Open(server.Address with { ConnectTimeout = TimeSpan.FromSeconds(1) }, None));
        finished.SetResult();

        Assert.Equal($"MySQL at {server.Address.Server} did not complete a login within 1 s.", refused.Message);
        Assert.Equal("Check host and port, or give it more time: ?connect-timeout=SECONDS.", refused.Advice);
    }

    [Fact]
    public async Task A_cancelled_login_is_no_slow_server()
    {
        var finished = new TaskCompletionSource();
        await using var server = ScriptedServer.Start(_ => finished.Task);
        using var cancel = new CancellationTokenSource();

        var opening = MySqlConnection.Open(server.Address, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        finished.SetResult();
    }

    [Fact]
    public async Task A_server_without_TLS_never_sees_the_login_that_wants_it()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting());
            Assert.Equal(0, await peer.Stream.ReadAsync(new byte[1]));
        });

        var refused = await Assert.ThrowsAsync<SchemaException>(
            () => MySqlConnection.Open(server.Address with { Tls = MySqlTls.VerifyFull }, None));

        Assert.Equal($"MySQL at {server.Address.Server} offers no TLS, which the address asks for.", refused.Message);
        Assert.Equal("Switch TLS on at the server, or give ssl-mode=disabled if the network between is trusted.", refused.Advice);
    }

    [Fact]
    public async Task Bytes_slipped_in_before_TLS_are_refused()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            byte sequence = 0;
            var greeting = Packets.Framed(Packets.Greeting(capabilities: Packets.Usual | Packets.Tls), ref sequence);
            await peer.Stream.WriteAsync((byte[])[.. greeting, .. Packets.Framed(Packets.Ok, ref sequence)]);
            await peer.Receive();
        });

        var refused = await Assert.ThrowsAsync<SchemaException>(
            () => MySqlConnection.Open(server.Address with { Tls = MySqlTls.Required }, None));

        Assert.Equal(
            $"MySQL at {server.Address.Server} cannot be reached: bytes arrived in clear text after TLS was asked for.", refused.Message);
    }

    static ScriptedServer Answering(byte[][] answer) => ScriptedServer.Start(async peer =>
    {
        await peer.Welcome();
        await peer.Command();
        await peer.Send(answer);
    });
}
