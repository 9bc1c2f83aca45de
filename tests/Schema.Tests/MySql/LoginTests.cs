using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Schema.Import;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>The ways of logging in that no server on this machine speaks, as the protocol's documentation describes them.</summary>
public class LoginTests
{
    const string Sha2 = "caching_sha2_password";

    static readonly byte[] OtherNonce = Encoding.ASCII.GetBytes("TSRQPONMLKJIHGFEDCBA");
    static readonly byte[] RememberedIt = [1, 3], WantsToSeeIt = [1, 4];

    [Fact]
    public async Task A_remembered_password_is_proven_by_its_hash()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting(Sha2));
            Assert.True(ProvesSha2(Answer.Read(await peer.Receive()).Proof, Packets.Nonce));
            await peer.Send(RememberedIt, Packets.Ok);
            await peer.Session();
        });

        await using var connection = await server.Open();
        Assert.Equal("8.4.0-scripted", connection.Version);
        Assert.Equal(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero), connection.Snapshot);
    }

    [Fact]
    public async Task Without_TLS_the_password_goes_out_under_the_servers_key()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            using var key = RSA.Create(2048);
            await peer.Send(Packets.Greeting(Sha2));
            await peer.Receive();
            await peer.Send(WantsToSeeIt);
            Assert.Equal([2], await peer.Receive());
            await peer.Send([1, .. Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n")]);
            var mixed = key.Decrypt(await peer.Receive(), RSAEncryptionPadding.OaepSHA1);
            Assert.Equal("secret\0", Encoding.UTF8.GetString([.. mixed.Select((b, i) => (byte)(b ^ Packets.Nonce[i]))]));
            await peer.Send(Packets.Ok);
            await peer.Session();
        });

        await using var connection = await server.Open();
    }

    [Fact]
    public async Task Over_TLS_the_password_is_shown_itself()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting(Sha2, Packets.Usual | Packets.Tls));
            Assert.Equal(32, (await peer.Receive()).Length);
            await Encrypt(peer);
            await peer.Receive();
            await peer.Send(WantsToSeeIt);
            Assert.Equal("secret\0", Encoding.UTF8.GetString(await peer.Receive()));
            await peer.Send(Packets.Ok);
            await peer.Session();
        });

        await using var connection = await MySqlConnection.Open(server.Address with { Tls = MySqlTls.Required }, CancellationToken.None);
    }

    [Theory]
    [InlineData(Sha2, "mysql_native_password")]
    [InlineData("mysql_native_password", Sha2)]
    [InlineData("sha256_password", "mysql_native_password")]
    public async Task A_server_can_switch_to_the_accounts_plugin(string first, string then)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting(first));
            Assert.Equal(first == Sha2 ? Sha2 : "mysql_native_password", Answer.Read(await peer.Receive()).Plugin);
            await peer.Send(Packets.SwitchTo(then, OtherNonce));
            var proof = await peer.Receive();
            Assert.True(then == Sha2 ? ProvesSha2(proof, OtherNonce) : ProvesNative(proof, OtherNonce));
            await peer.Send(then == Sha2 ? [RememberedIt, Packets.Ok] : [Packets.Ok]);
            await peer.Session();
        });

        await using var connection = await server.Open();
    }

    [Fact]
    public async Task The_answer_names_user_database_and_plugin_and_gives_away_nothing()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting());
            var payload = await peer.Receive();
            var answer = Answer.Read(payload);
            Assert.Equal(("reader", "orchard", "mysql_native_password"), (answer.User, answer.Database, answer.Plugin));
            Assert.Equal(Packets.Usual, answer.Capabilities);
            Assert.True(ProvesNative(answer.Proof, Packets.Nonce));
            Assert.Equal(-1, payload.AsSpan().IndexOf("secret"u8));
            await peer.Send(Packets.Ok);
            await peer.Session();
        });

        await using var connection = await server.Open();
    }

    [Theory]
    [InlineData("sha256_password")]
    [InlineData("client_ed25519")]
    [InlineData("mysql_clear_password")]
    public async Task An_unknown_plugin_is_named_with_what_to_do(string plugin)
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting());
            await peer.Receive();
            await peer.Send(Packets.SwitchTo(plugin, OtherNonce));
        });

        var refused = await Assert.ThrowsAsync<SchemaException>(server.Open);

        Assert.Equal(
            (ExitCode.Unreachable, $"MySQL at {server.Address.Server} wants reader to log in by {plugin}; "
                + "mysql_native_password and caching_sha2_password are spoken here."),
            (refused.Exit, refused.Message));
        Assert.Equal(
            "Make a user for reading that has one of the two, on MySQL: create user reader identified with caching_sha2_password by '…'; "
                + "on MariaDB: create user reader identified via mysql_native_password using password('…').",
            refused.Advice);
    }

    [Fact]
    public async Task A_switch_without_a_name_is_the_way_before_4_1()
    {
        await using var server = ScriptedServer.Start(async peer =>
        {
            await peer.Send(Packets.Greeting());
            await peer.Receive();
            await peer.Send([0xfe]);
        });

        var refused = await Assert.ThrowsAsync<SchemaException>(server.Open);

        Assert.Contains("wants reader to log in by mysql_old_password", refused.Message);
    }

    static async Task Encrypt(Peer peer)
    {
        using var certificate = X509Certificate2.CreateFromPemFile(MariaDbServer.Certificates.Server, MariaDbServer.Certificates.Key);
        var tls = new SslStream(peer.Stream);
        await tls.AuthenticateAsServerAsync(certificate);
        peer.Stream = tls;
    }

    /// <summary>As a server checks it: it knows only the hash of the password's hash.</summary>
    static bool ProvesSha2(byte[] proof, byte[] nonce)
    {
        var known = SHA256.HashData(SHA256.HashData("secret"u8));
        return known.SequenceEqual(SHA256.HashData(Mixed(proof, SHA256.HashData([.. known, .. nonce]))));
    }

    // The protocol prescribes SHA-1 for this plugin.
#pragma warning disable CA5350
    static bool ProvesNative(byte[] proof, byte[] nonce)
    {
        var known = SHA1.HashData(SHA1.HashData("secret"u8));
        return known.SequenceEqual(SHA1.HashData(Mixed(proof, SHA1.HashData([.. nonce, .. known]))));
    }
#pragma warning restore CA5350

    static byte[] Mixed(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];

    /// <summary>Our answer to a greeting, taken apart.</summary>
    sealed record Answer(uint Capabilities, string User, byte[] Proof, string Database, string Plugin)
    {
        public static Answer Read(byte[] payload)
        {
            var user = Text(payload, 32);
            var proofAt = 32 + user.Length + 1;
            var proof = payload.AsSpan(proofAt + 1, payload[proofAt]).ToArray();
            var database = Text(payload, proofAt + 1 + proof.Length);
            var plugin = Text(payload, proofAt + 1 + proof.Length + database.Length + 1);
            return new Answer(BitConverter.ToUInt32(payload), user, proof, database, plugin);
        }

        static string Text(byte[] payload, int from) => Encoding.UTF8.GetString(payload, from, Array.IndexOf(payload, (byte)0, from) - from);
    }
}
