using Schema.Import;
using Schema.Import.MySql;

namespace Schema.Tests.MySql;

public class MySqlAddressTests
{
    const string Known = "Known are ssl-mode=disabled|required|verify-ca|verify-full, ssl-ca=FILE, connect-timeout=SECONDS.";

    [Fact]
    public void A_full_address_is_taken_apart()
    {
        Assert.Equal(
            new MySqlAddress("db.example.org", 3307, "app", "secret", "orchard"),
            MySqlAddress.Parse("mysql://app:secret@db.example.org:3307/orchard"));
    }

    [Fact]
    public void Without_port_and_password_the_defaults_hold()
    {
        Assert.Equal(new MySqlAddress("db", 3306, "app", "", "orchard"), MySqlAddress.Parse("mariadb://app@db/orchard"));
    }

    [Fact]
    public void Percent_signs_are_decoded_in_every_part_and_plus_is_a_plus()
    {
        Assert.Equal(
            new MySqlAddress("db", 3306, "a@b", "p:/#?%+ä", "my db"),
            MySqlAddress.Parse("mysql://a%40b:p%3A%2F%23%3F%25+%C3%A4@db/my%20db"));
    }

    [Fact]
    public void An_IPv6_host_stands_in_brackets()
    {
        var address = MySqlAddress.Parse("mysql://app@[::1]:3307/orchard");

        Assert.Equal("::1", address.Host);
        Assert.Equal("[::1]:3307", address.Server);
    }

    [Fact]
    public void It_prints_without_the_password()
    {
        Assert.Equal(
            "mysql://a%40b@db:3306/orchard",
            MySqlAddress.Parse("mysql://a%40b:secret@db/orchard?ssl-mode=required").ToString());
    }

    [Theory]
    [InlineData("", MySqlTls.Disabled)]
    [InlineData("?ssl-mode=disabled", MySqlTls.Disabled)]
    [InlineData("?ssl-mode=required", MySqlTls.Required)]
    [InlineData("?ssl-mode=verify-ca", MySqlTls.VerifyCa)]
    [InlineData("?ssl-mode=VERIFY_CA", MySqlTls.VerifyCa)]
    [InlineData("?ssl-mode=verify-full", MySqlTls.VerifyFull)]
    [InlineData("?ssl-mode=VERIFY_IDENTITY", MySqlTls.VerifyFull)]
    [InlineData("?ssl-mode", MySqlTls.VerifyFull)]
    [InlineData("?ssl-ca=/etc/ca.pem", MySqlTls.VerifyFull)]
    [InlineData("?ssl-ca=/etc/ca.pem&ssl-mode=verify-ca", MySqlTls.VerifyCa)]
    public void Who_asks_for_TLS_gets_it_in_full_unless_he_says_less(string options, MySqlTls expected)
    {
        Assert.Equal(expected, MySqlAddress.Parse($"mysql://app@db/orchard{options}").Tls);
    }

    [Fact]
    public void Authority_and_timeout_are_options()
    {
        var address = MySqlAddress.Parse("mysql://app@db/orchard?ssl-ca=%2Fetc%2Fmy%20ca.pem&connect-timeout=3");

        Assert.Equal("/etc/my ca.pem", address.CertificateAuthorities);
        Assert.Equal(TimeSpan.FromSeconds(3), address.ConnectTimeout);
    }

    [Theory]
    [InlineData("?ssl-mode=preferred", "The MySQL address has ssl-mode 'preferred', which is not known.")]
    [InlineData("?charset=latin1", "The MySQL address has an option 'charset', which is not known.")]
    [InlineData("?connect-timeout=0", "The MySQL address has connect-timeout '0'; a number of seconds from 1 to 3600 was expected.")]
    [InlineData("?ssl-ca=x&ssl-mode=required", "The MySQL address gives ssl-ca, but an ssl-mode that does not look at the certificate.")]
    public void A_wrong_option_is_refused_with_the_known_ones(string options, string message)
    {
        var refused = Assert.Throws<SchemaException>(() => MySqlAddress.Parse($"mysql://app@db/orchard{options}"));

        Assert.Equal((ExitCode.Usage, message, Known), (refused.Exit, refused.Message, refused.Advice));
    }

    [Theory]
    [InlineData("postgres://app:secret@db/orchard", "A MySQL address was expected, but the text is not one.")]
    [InlineData("mysql://app:secret#1@db/orchard", "A MySQL address was expected, but the text is not one.")]
    [InlineData("mysql://db/orchard", "The MySQL address of db:3306 names no user.")]
    [InlineData("mysql://app:secret@db", "The MySQL address of db:3306 does not name one database.")]
    [InlineData("mysql://app:secret@db/orchard/grower", "The MySQL address of db:3306 does not name one database.")]
    public void A_wrong_address_is_refused_without_repeating_its_password(string url, string message)
    {
        var refused = Assert.Throws<SchemaException>(() => MySqlAddress.Parse(url));

        Assert.Equal((ExitCode.Usage, message), (refused.Exit, refused.Message));
        Assert.StartsWith("Write mysql://USER:PASSWORD@HOST:PORT/DATABASE;", refused.Advice);
    }

    [Fact]
    public void A_backtick_in_a_name_is_doubled()
    {
        Assert.Equal("`odd``name`", MySqlName.Quote("odd`name"));
        Assert.Throws<ArgumentException>(() => MySqlName.Quote(""));
        Assert.Throws<ArgumentException>(() => MySqlName.Quote("a\0b"));
    }
}
