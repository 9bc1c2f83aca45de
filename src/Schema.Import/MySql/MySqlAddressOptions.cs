using System.Globalization;

namespace Schema.Import.MySql;

/// <summary>What may follow the question mark of a MySQL address.</summary>
static class MySqlAddressOptions
{
    const string Known = "Known are ssl-mode=disabled|required|verify-ca|verify-full, ssl-ca=FILE, connect-timeout=SECONDS.";

    public static MySqlAddress Apply(MySqlAddress address, string query)
    {
        MySqlTls? tls = null;
        foreach (var option in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            var (name, value) = (Uri.UnescapeDataString(parts[0]), parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "");
            switch (name.ToLowerInvariant())
            {
                case "ssl-mode": tls = Mode(value); break;
                case "ssl-ca": address = address with { CertificateAuthorities = value }; break;
                case "connect-timeout": address = address with { ConnectTimeout = Seconds(value) }; break;
                default: throw Wrong($"The MySQL address has an option '{name}', which is not known");
            }
        }

        return Decided(address, tls);
    }

    static MySqlAddress Decided(MySqlAddress address, MySqlTls? tls)
    {
        if (address.CertificateAuthorities is not null && tls is MySqlTls.Disabled or MySqlTls.Required)
            throw Wrong("The MySQL address gives ssl-ca, but an ssl-mode that does not look at the certificate");

        // Who gives an authority wants the certificate checked, in full.
        return address with { Tls = tls ?? (address.CertificateAuthorities is null ? MySqlTls.Disabled : MySqlTls.VerifyFull) };
    }

    // MySQL's own programs write VERIFY_CA and VERIFY_IDENTITY; an empty value asks for TLS without saying which.
    static MySqlTls Mode(string value) => value.ToLowerInvariant().Replace('_', '-') switch
    {
        "disabled" => MySqlTls.Disabled,
        "required" => MySqlTls.Required,
        "verify-ca" => MySqlTls.VerifyCa,
        "verify-full" or "verify-identity" or "" => MySqlTls.VerifyFull,
        _ => throw Wrong($"The MySQL address has ssl-mode '{value}', which is not known"),
    };

    static TimeSpan Seconds(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong($"The MySQL address has connect-timeout '{value}'; a number of seconds from 1 to 3600 was expected");

    static SchemaException Wrong(string found) => new(ExitCode.Usage, $"{found}.", Known);
}
