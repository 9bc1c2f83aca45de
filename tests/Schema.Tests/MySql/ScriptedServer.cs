using System.Net;
using System.Net.Sockets;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>A server that takes one connection and says what a test tells it to.</summary>
sealed class ScriptedServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Task script;

    ScriptedServer(Func<Peer, Task> script)
    {
        listener.Start();
        Address = new MySqlAddress("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, "reader", "secret", "orchard");
        this.script = Run(script);
    }

    public MySqlAddress Address { get; init; }

    public static ScriptedServer Start(Func<Peer, Task> script) => new(script);

    public Task<MySqlConnection> Open() => MySqlConnection.Open(Address, CancellationToken.None);

    /// <summary>Also fails the test when the script did not come to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await script.WaitAsync(TimeSpan.FromSeconds(30));
        listener.Dispose();
    }

    async Task Run(Func<Peer, Task> script)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await script(new Peer(client.GetStream()));
    }
}
