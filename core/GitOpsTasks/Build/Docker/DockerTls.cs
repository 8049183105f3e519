using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>TLS to the Docker Engine, with the three files that docker itself uses: ca.pem, cert.pem and key.pem.</summary>
/// <param name="Folder">Absolute path of their folder. Each may be missing: then the system's authorities count, or no certificate is shown.</param>
/// <param name="Verifies">Whether the engine's certificate is checked.</param>
internal sealed record DockerTls(string Folder, bool Verifies)
{
    /// <summary>What DOCKER_TLS_VERIFY, DOCKER_TLS and DOCKER_CERT_PATH say; null for no TLS.</summary>
    public static DockerTls? FromEnvironment(EngineContext context)
    {
        var environment = context.Environment;
        if (environment.FirstOf("DOCKER_TLS_VERIFY", "DOCKER_TLS") is null)
            return null;
        var folder = environment["DOCKER_CERT_PATH"] ?? DockerContexts.ConfigFolder(context) ?? context.Directory;
        return new DockerTls(context.Resolve(folder), environment["DOCKER_TLS_VERIFY"] is not null);
    }

    /// <summary>Options for a connection.</summary>
    /// <exception cref="TaskFailedException">GOT5011: one of the files is not what it should be.</exception>
    public SslClientAuthenticationOptions Options()
    {
        try
        {
            var options = new SslClientAuthenticationOptions();
            if (File.Exists(PathOf("cert.pem")))
                options.ClientCertificates = [Own()];
            if (File.Exists(PathOf("ca.pem")))
                options.CertificateChainPolicy = Policy();
#pragma warning disable CA5359 // Asked for by name: DOCKER_TLS without DOCKER_TLS_VERIFY, or a context with SkipTLSVerify.
            if (!Verifies)
                options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
            return options;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw TaskFailedException.Usage(
                BuildCodes.DockerNotSupported,
                $"The certificates for the Docker Engine in '{Folder}' cannot be read: {e.Message}",
                "It should have ca.pem, cert.pem and key.pem, as docker itself uses them.");
        }
    }

    // A key that was read from PEM is kept in memory only, which Windows does not use for TLS.
    private X509Certificate2 Own()
    {
        var certificate = X509Certificate2.CreateFromPemFile(PathOf("cert.pem"), PathOf("key.pem"));
        if (!OperatingSystem.IsWindows())
            return certificate;
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(PathOf("ca.pem"));
        return policy;
    }

    private string PathOf(string file) => Path.Combine(Folder, file);
}
