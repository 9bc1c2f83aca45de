using System.Net.Sockets;

namespace Schema.Import.MySql;

/// <summary>
/// A read-only session on a MySQL or MariaDB server, with one consistent snapshot over all transactional tables.
/// One statement at a time; it never connects again by itself, because the snapshot would be another.
/// </summary>
public sealed class MySqlConnection : IAsyncDisposable
{
    const byte Quit = 0x01;

    readonly Wire wire;
    bool classicEof;
    bool closed;
    Exchange? current;

    MySqlConnection(Wire wire, MySqlAddress address) => (this.wire, Address) = (wire, address);

    public MySqlAddress Address { get; }

    /// <summary>The server's version as it calls itself.</summary>
    public string Version { get; private set; } = "";

    /// <summary>When the snapshot was taken, by the server's clock.</summary>
    public DateTimeOffset Snapshot { get; private set; }

    public static Task<MySqlConnection> Open(MySqlAddress address, CancellationToken cancel) => Open(address, Dial, cancel);

    internal static async Task<MySqlConnection> Open(
        MySqlAddress address, Func<MySqlAddress, CancellationToken, Task<Stream>> dial, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(address.ConnectTimeout);
        try
        {
            var connection = new MySqlConnection(new Wire(await dial(address, limit.Token)), address);
            await connection.Prepare(limit.Token);
            return connection;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw MySqlFailure.TooSlow(address);
        }
        catch (Exception failure) when (failure is IOException or SocketException or InvalidDataException)
        {
            throw MySqlFailure.NoAnswer(address, failure);
        }
    }

    /// <summary>Sends a statement and gives its rows, read as they come; read them to the end before the next one.</summary>
    public async Task<MySqlRows> Query(string sql, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (current is { HasEnded: false, HasFailed: false })
            throw new InvalidOperationException("The rows of the statement before were not read to their end.");

        var exchange = current = new Exchange(this, wire, classicEof, sql);
        try
        {
            return new MySqlRows(exchange, await exchange.Begin(cancel));
        }
        catch (Exception failure)
        {
            throw await exchange.Ended(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!closed && current is { HasEnded: true } or { HasFailed: true })
            await Leave();

        await Abort();
    }

    /// <summary>Closes without a word; the server ends what it was sending.</summary>
    internal ValueTask Abort()
    {
        if (closed)
            return ValueTask.CompletedTask;

        closed = true;
        return wire.DisposeAsync();
    }

    async Task Prepare(CancellationToken cancel)
    {
        try
        {
            (var agreed, Version) = await new Login(wire, Address).Run(cancel);
            classicEof = !agreed.HasFlag(Capabilities.DeprecateEof);
            Snapshot = await Session.Begin(this, cancel);
        }
        catch
        {
            await Abort();
            throw;
        }
    }

    async Task Leave()
    {
        try
        {
            await wire.Command((byte[])[Quit], CancellationToken.None);
        }
        catch (IOException)
        {
            // The server went first; there is nobody left to say goodbye to.
        }
    }

    static async Task<Stream> Dial(MySqlAddress address, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // A peer that vanished without a word must not be waited for without end.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            await socket.ConnectAsync(address.Host, address.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
