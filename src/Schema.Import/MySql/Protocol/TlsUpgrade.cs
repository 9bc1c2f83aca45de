using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Schema.Import.MySql;

static class TlsUpgrade
{
    public static async Task<Stream> Over(Stream plain, MySqlAddress address, CancellationToken cancel)
    {
        var found = SslPolicyErrors.None;
        var tls = new SslStream(plain);
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = address.Host,
                    CertificateChainPolicy = Authorities(address),
                    RemoteCertificateValidationCallback = (_, _, _, errors) => Accepts(address.Tls, found = errors),
                },
                cancel);
            return tls;
        }
        catch (AuthenticationException failure)
        {
            await tls.DisposeAsync();
            throw MySqlFailure.CertificateRefused(address, found, failure);
        }
    }

    static bool Accepts(MySqlTls mode, SslPolicyErrors found) => mode switch
    {
        MySqlTls.Required => true,
        MySqlTls.VerifyCa => (found & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None,
        _ => found == SslPolicyErrors.None,
    };

    static X509ChainPolicy? Authorities(MySqlAddress address)
    {
        if (address.CertificateAuthorities is not { } file)
            return null;

        try
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(file);
            return policy.CustomTrustStore.Count > 0 ? policy : throw MySqlFailure.NoAuthorities(file, "it holds no certificate");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw MySqlFailure.NoAuthorities(file, failure.Message);
        }
    }
}
