// The server that reads these files runs on Unix alone.
#pragma warning disable CA1416

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Schema.Tests.MySql;

/// <summary>An authority made for this run, a certificate of its for <c>localhost</c>, and an authority that signed nothing.</summary>
sealed record TestCertificates(string Authority, string Stranger, string Server, string Key)
{
    const UnixFileMode AllMayRead = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);

    public static TestCertificates Make()
    {
        var folder = Directory.CreateTempSubdirectory("schema-tls-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);

        // The server runs as another user than the tests when these run as root.
        folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        using var authority = Authorities("CN=Test authority");
        using var stranger = Authorities("CN=Unknown authority");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new TestCertificates(
            Write(folder, "authority.pem", authority.ExportCertificatePem()),
            Write(folder, "stranger.pem", stranger.ExportCertificatePem()),
            Write(folder, "server.pem", ForLocalhost(authority, key)),
            Write(folder, "server.key", key.ExportECPrivateKeyPem()));
    }

    static X509Certificate2 Authorities(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, From.AddDays(30));
    }

    static string ForLocalhost(X509Certificate2 authority, ECDsa key)
    {
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, From, From.AddDays(20), [1, 2, 3, 4]);
        return certificate.ExportCertificatePem();
    }

    static string Write(DirectoryInfo folder, string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, AllMayRead);
        return file;
    }
}
