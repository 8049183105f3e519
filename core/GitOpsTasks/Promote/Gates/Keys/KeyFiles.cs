using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Promote.Gates.Keys;

/// <summary>Public keys from files in PEM form, as <c>cosign generate-key-pair</c> writes them.</summary>
internal static class KeyFiles
{
    private const string Label = "PUBLIC KEY";

    /// <summary>The keys that gates name.</summary>
    /// <exception cref="TaskFailedException">GOT7201: a file is missing or holds no key that can be used.</exception>
    public static async Task<IReadOnlyList<VerifyingKey>> LoadAsync(GitOpsConfig config, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var keys = new List<VerifyingKey>();
        foreach (var file in files)
            keys.Add(await ReadAsync(config.Resolve(file), file, cancellationToken));
        return keys;
    }

    /// <summary>The key of a PEM text; null where there is none that can be used.</summary>
    public static VerifyingKey? TryParse(string text)
    {
        if (!PemEncoding.TryFind(text, out var pem) || !text.AsSpan()[pem.Label].SequenceEqual(Label))
            return null;
        try
        {
            var key = PublicKey.CreateFromSubjectPublicKeyInfo(Convert.FromBase64String(text[pem.Base64Data]), out _);
            if (key.Oid.Value == Ed25519Key.Oid)
                return Ed25519Key.TryRead(key.EncodedKeyValue.RawData);
            if (key.GetECDsaPublicKey() is { } ecdsa)
                return new EcdsaKey(ecdsa);
            return key.GetRSAPublicKey() is { } rsa && rsa.KeySize >= RsaKey.FewestBits ? new RsaKey(rsa) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static async Task<VerifyingKey> ReadAsync(string path, string file, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"The public key '{file}' cannot be read.");
        }

        return TryParse(text) ?? throw Unusable($"'{file}' holds no public key that can be used.");
    }

    private static TaskFailedException Unusable(string message) => TaskFailedException.Usage(
        GateCodes.KeyUnusable, message, "Give a PEM file with an ECDSA, Ed25519 or RSA key (2048 bits and more), such as cosign.pub.");
}
