using System.Security.Cryptography;

namespace GitOpsTasks.Promote.Gates.Keys;

/// <summary>An ECDSA key. cosign signs hashes of SHA-256 with all curves; newer signers those of the curve's size.</summary>
internal sealed class EcdsaKey(ECDsa key) : VerifyingKey
{
    private HashAlgorithmName OfSize => key.KeySize switch
    {
        <= 256 => HashAlgorithmName.SHA256,
        <= 384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    /// <inheritdoc />
    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                || (OfSize != HashAlgorithmName.SHA256 && key.VerifyData(data, signature, OfSize, DSASignatureFormat.Rfc3279DerSequence));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
