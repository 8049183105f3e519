using System.Security.Cryptography;

namespace GitOpsTasks.Promote.Gates.Keys;

/// <summary>An RSA key, with hashes of SHA-256 and the padding of PKCS #1 v1.5, which cosign uses, or PSS.</summary>
internal sealed class RsaKey(RSA key) : VerifyingKey
{
    /// <summary>Keys of fewer bits can be broken.</summary>
    public const int FewestBits = 2048;

    /// <inheritdoc />
    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                || key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
