using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Schema.Tests.Running;

/// <summary>
/// The smallest pooler in transaction mode: many clients, one server session, lent from the first message of a transaction
/// to its end, as PgBouncer does it.
/// </summary>
sealed class TransactionPooler : IAsyncDisposable
{
    const int SslRequest = 80877103;
    const int EncryptionRequest = 80877104;

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly TcpClient server = new();
    readonly SemaphoreSlim lent = new(1);
    readonly List<byte> greeting = [];
    readonly List<Task> clients = [];
    readonly Task accepting;

    TransactionPooler(NpgsqlConnectionStringBuilder address)
    {
        listener.Start();
        accepting = Accept(address);
    }

    int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static (TransactionPooler Pooler, string ConnectionString) Before(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var pooler = new TransactionPooler(address);
        var through = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = pooler.Port };

        return (pooler, through.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        await Task.WhenAll(clients);
        server.Dispose();
        lent.Dispose();
    }

    async Task Accept(NpgsqlConnectionStringBuilder address)
    {
        await server.ConnectAsync(address.Host!, address.Port);
        while (true)
        {
            try
            {
                clients.Add(Serve(await listener.AcceptTcpClientAsync()));
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await Greet(stream, await Startup(stream));
                for (var first = await Message(stream); first[0] != (byte)'X'; first = await Message(stream))
                    await Lend(stream, first);
            }
            catch (EndOfStreamException)
            {
                // The client has gone without a word.
            }
        }
    }

    static async Task<byte[]> Startup(NetworkStream client)
    {
        while (true)
        {
            var length = await Bytes(client, 4);
            var body = await Bytes(client, BinaryPrimitives.ReadInt32BigEndian(length) - 4);
            if (BinaryPrimitives.ReadInt32BigEndian(body) is not (SslRequest or EncryptionRequest))
                return [.. length, .. body];

            await client.WriteAsync("N"u8.ToArray());
        }
    }

    /// <summary>The server's session is opened by the first client; the others hear what it said then.</summary>
    async Task Greet(NetworkStream client, byte[] startup)
    {
        await lent.WaitAsync();
        try
        {
            if (greeting.Count == 0)
            {
                await server.GetStream().WriteAsync(startup);
                byte[] said;
                do
                    greeting.AddRange(said = await Message(server.GetStream()));
                while (said[0] != 'Z');
            }

            await client.WriteAsync(greeting.ToArray());
        }
        finally
        {
            lent.Release();
        }
    }

    async Task Lend(NetworkStream client, byte[] first)
    {
        await lent.WaitAsync();
        try
        {
            for (var message = first; ; message = await Message(client))
            {
                await server.GetStream().WriteAsync(message);
                if (message[0] is (byte)'Q' or (byte)'S' && await Answer(client) == 'I')
                    return;
            }
        }
        finally
        {
            lent.Release();
        }
    }

    async Task<char> Answer(NetworkStream client)
    {
        while (true)
        {
            var message = await Message(server.GetStream());
            await client.WriteAsync(message);
            if (message[0] == 'Z')
                return (char)message[^1];
        }
    }

    static async Task<byte[]> Message(NetworkStream stream)
    {
        var head = await Bytes(stream, 5);
        return [.. head, .. await Bytes(stream, BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4)];
    }

    static async Task<byte[]> Bytes(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
