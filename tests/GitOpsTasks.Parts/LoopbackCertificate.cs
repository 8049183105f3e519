using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GitOpsTasks.Parts;

/// <summary>A certificate for 127.0.0.1 that nobody trusts but who is given it.</summary>
public sealed class LoopbackCertificate : IDisposable
{
    /// <summary>Makes a new one, valid for an hour.</summary>
    public LoopbackCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        Certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddHours(1));
    }

    /// <summary>The certificate with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The certificate without its key, as an authority to trust.</summary>
    public string Pem => Certificate.ExportCertificatePem();

    /// <summary>Its key.</summary>
    public string KeyPem => Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    /// <inheritdoc />
    public void Dispose() => Certificate.Dispose();
}
