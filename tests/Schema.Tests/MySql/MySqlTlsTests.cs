using Schema.Import;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

/// <summary>The server's certificate is for <c>localhost</c>, signed by an authority that no machine trusts.</summary>
public class MySqlTlsTests
{
    static string Authority => MariaDbServer.Certificates.Authority;

    static string Stranger => MariaDbServer.Certificates.Stranger;

    [Fact]
    public async Task Without_TLS_the_session_is_in_clear() => Assert.Equal("", await Cipher("127.0.0.1", MySqlTls.Disabled, null));

    [Fact]
    public async Task Required_takes_any_certificate() => Assert.StartsWith("TLS_", await Cipher("127.0.0.1", MySqlTls.Required, null));

    [Fact]
    public async Task Verify_ca_takes_another_name() => Assert.StartsWith("TLS_", await Cipher("127.0.0.1", MySqlTls.VerifyCa, Authority));

    [Fact]
    public async Task Verify_full_takes_the_right_name() => Assert.StartsWith("TLS_", await Cipher("localhost", MySqlTls.VerifyFull, Authority));

    [Fact]
    public async Task Verify_full_refuses_another_name()
    {
        var (refused, server) = await Refusal("127.0.0.1", MySqlTls.VerifyFull, Authority);

        Assert.Equal($"The certificate of MySQL at {server} is for another name.", refused.Message);
        Assert.Equal("Name the host as its certificate does, or give ssl-mode=verify-ca with the ssl-ca of that server alone.", refused.Advice);
    }

    [Theory]
    [InlineData(MySqlTls.VerifyCa, false)]
    [InlineData(MySqlTls.VerifyFull, false)]
    [InlineData(MySqlTls.VerifyCa, true)]
    [InlineData(MySqlTls.VerifyFull, true)]
    public async Task An_authority_that_is_not_trusted_is_refused(MySqlTls mode, bool stranger)
    {
        var (refused, server) = await Refusal("localhost", mode, stranger ? Stranger : null);

        Assert.Equal(ExitCode.Unreachable, refused.Exit);
        Assert.Equal($"The certificate of MySQL at {server} comes from an authority that is not trusted, or is out of date.", refused.Message);
        Assert.Equal("Give the authority's certificate: ?ssl-ca=FILE.", refused.Advice);
    }

    [Fact]
    public async Task A_missing_authority_file_is_said()
    {
        var (refused, _) = await Refusal("localhost", MySqlTls.VerifyFull, "/nowhere/ca.pem");

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.StartsWith("The authorities in /nowhere/ca.pem cannot be read: ", refused.Message);
    }

    [Fact]
    public async Task A_large_result_comes_through_TLS()
    {
        await using var database = await MariaDbDatabase.Empty();
        var address = database.Address with { Tls = MySqlTls.Required };
        await using var connection = await MySqlConnection.Open(address, CancellationToken.None);

        var texts = await connection.Texts("select seq, repeat('y', 997) from seq_1_to_20000");

        Assert.Equal(20_000, texts.Length);
        Assert.Equal($"20000|{new string('y', 997)}", texts[^1]);
    }

    static async Task<string> Cipher(string host, MySqlTls mode, string? authority)
    {
        await using var database = await MariaDbDatabase.Empty();
        var address = database.Address with { Host = host, Tls = mode, CertificateAuthorities = authority };
        await using var connection = await MySqlConnection.Open(address, CancellationToken.None);
        return (await connection.Texts("select variable_value from information_schema.session_status where variable_name = 'Ssl_cipher'"))[0];
    }

    static async Task<(SchemaException Refused, string Server)> Refusal(string host, MySqlTls mode, string? authority)
    {
        var address = (await MariaDbServer.Address("mysql")) with { Host = host, Tls = mode, CertificateAuthorities = authority };
        var refused = await Assert.ThrowsAsync<SchemaException>(() => MySqlConnection.Open(address, CancellationToken.None));
        return (refused, address.Server);
    }
}
