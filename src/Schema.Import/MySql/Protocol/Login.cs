using System.Buffers.Binary;
using System.Text;

namespace Schema.Import.MySql;

/// <summary>From the server's greeting to its consent, over TLS where the address asks for it.</summary>
sealed class Login(Wire wire, MySqlAddress address)
{
    const Capabilities Wanted = Capabilities.LongPassword | Capabilities.ConnectWithDatabase | Capabilities.Protocol41
        | Capabilities.Transactions | Capabilities.SecureConnection | Capabilities.PluginAuthentication
        | Capabilities.LengthEncodedAuthentication | Capabilities.DeprecateEof;

    const byte Utf8Mb4 = 45;
    const uint LargestPacket = 1 << 30;

    string plugin = Password.Native;
    byte[] nonce = [];

    /// <summary>What was agreed on, and the server's version.</summary>
    public async Task<(Capabilities Agreed, string Version)> Run(CancellationToken cancel)
    {
        await wire.Next(cancel);
        if (wire.Payload[0] == ServerError.Mark)
            throw MySqlFailure.LoginRefused(address, ServerError.Read(wire.Payload));

        var greeting = Greeting.Read(wire.Payload);
        var agreed = (Wanted & greeting.Capabilities) | Capabilities.ConnectWithDatabase;
        if (address.Tls != MySqlTls.Disabled)
            agreed |= await Encrypt(greeting, agreed, cancel);

        // The greeting names the server's default plugin; the account's own may differ, then the server switches.
        nonce = greeting.Nonce;
        plugin = Password.Speaks(greeting.Plugin) ? greeting.Plugin : Password.Native;
        await wire.Send(Answer(agreed), cancel);
        await Authenticate(cancel);

        return (agreed, greeting.Version);
    }

    async Task<Capabilities> Encrypt(Greeting greeting, Capabilities agreed, CancellationToken cancel)
    {
        if (!greeting.Capabilities.HasFlag(Capabilities.Tls))
            throw MySqlFailure.NoTls(address);

        await wire.Send(Opening(agreed | Capabilities.Tls), cancel);
        await wire.Upgrade(stream => TlsUpgrade.Over(stream, address, cancel));
        return Capabilities.Tls;
    }

    async Task Authenticate(CancellationToken cancel)
    {
        while (true)
        {
            await wire.Next(cancel);
            switch (wire.Payload[0])
            {
                case 0x00:
                    return;
                case 0x01:
                    await Continue(wire.Payload[1..].ToArray(), cancel);
                    break;
                case 0xfe:
                    Switch(wire.Payload[1..]);
                    await wire.Send(Password.Proof(plugin, address.Password, nonce), cancel);
                    break;
                case ServerError.Mark:
                    throw MySqlFailure.LoginRefused(address, ServerError.Read(wire.Payload));
                default:
                    throw Payload.Malformed($"0x{wire.Payload[0]:x2} begins an answer to the login");
            }
        }
    }

    void Switch(ReadOnlySpan<byte> request)
    {
        // Without a name the server means the way of logging in before MySQL 4.1.
        var payload = new Payload(request);
        plugin = request.IsEmpty ? "mysql_old_password" : payload.TextToNul();
        nonce = payload.Rest.TrimEnd((byte)0).ToArray();
        if (!Password.Speaks(plugin))
            throw MySqlFailure.UnknownPlugin(address, plugin);
    }

    /// <summary>caching_sha2_password: 3 = the server remembered the password; 4 = it wants to see it; else its public key.</summary>
    Task Continue(byte[] data, CancellationToken cancel) => (plugin, data) switch
    {
        (Password.CachingSha2, [3]) => Task.CompletedTask,
        (Password.CachingSha2, [4]) => wire.Send(address.Tls == MySqlTls.Disabled ? [2] : Password.InClear(address.Password), cancel),
        (Password.CachingSha2, [(byte)'-', ..]) when address.Tls == MySqlTls.Disabled =>
            wire.Send(Password.Encrypted(address.Password, nonce, data), cancel),
        _ => throw Payload.Malformed($"{plugin} was not expected to send {data.Length} bytes more"),
    };

    /// <summary>The head of our answer; alone it asks for TLS.</summary>
    static byte[] Opening(Capabilities agreed)
    {
        var head = new byte[32];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)agreed);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), LargestPacket);
        head[8] = Utf8Mb4;
        return head;
    }

    // The proof has at most 32 bytes, so that one byte holds its length in either encoding.
    byte[] Answer(Capabilities agreed)
    {
        var proof = Password.Proof(plugin, address.Password, nonce);
        return [.. Opening(agreed), .. Named(address.User), (byte)proof.Length, .. proof, .. Named(address.Database), .. Named(plugin)];
    }

    static byte[] Named(string text) => [.. Encoding.UTF8.GetBytes(text), 0];
}
