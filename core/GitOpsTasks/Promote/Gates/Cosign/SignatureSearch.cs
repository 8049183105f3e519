using GitOpsTasks.Promote.Gates.Keys;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>Looks for a signature of an image that verifies with one of some keys.</summary>
/// <param name="store">What was stored about images.</param>
/// <param name="keys">The keys.</param>
/// <param name="repositories">The repositories it may be made for; any where empty.</param>
internal sealed class SignatureSearch(CosignStore store, IReadOnlyList<VerifyingKey> keys, IReadOnlyList<string> repositories)
{
    private string _reason = "is not signed";

    /// <summary>Why there is no good signature, as the end of a sentence; null where there is one.</summary>
    /// <param name="digest">The image.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<string?> ReasonAgainstAsync(string digest, CancellationToken cancellationToken)
    {
        _reason = "is not signed";
        if (await store.TaggedAsync(digest, ".sig", cancellationToken) is { } tagged && await IsGoodAsync(tagged, digest, cancellationToken))
            return null;
        await foreach (var manifest in store.ReferrersAsync(digest, IsSignature, cancellationToken))
        {
            if (await IsGoodAsync(manifest, digest, cancellationToken))
                return null;
        }

        return _reason;
    }

    private static bool IsSignature(string artifactType) =>
        artifactType.StartsWith("application/vnd.dev.cosign", StringComparison.Ordinal) || artifactType.StartsWith(CosignTypes.Bundle, StringComparison.Ordinal)
        || artifactType == OciMediaTypes.Config;

    private async Task<bool> IsGoodAsync(OciManifest manifest, string digest, CancellationToken cancellationToken)
    {
        foreach (var layer in ManifestParts.Of(manifest).Blobs)
        {
            if (layer.MediaType == CosignTypes.SimpleSigning && layer.Annotations.TryGetValue(CosignTypes.SignatureAnnotation, out var signature)
                && await store.ReadAsync(layer, cancellationToken) is { } payload && IsGood(payload, signature, digest))
                return true;
            if (layer.MediaType.StartsWith(CosignTypes.Bundle, StringComparison.Ordinal)
                && await store.ReadAsync(layer, cancellationToken) is { } bundle && IsGoodBundle(bundle, digest))
                return true;
        }

        return false;
    }

    private bool IsGood(byte[] payload, string text, string digest)
    {
        var signature = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, signature, out var length) || !keys.Any(key => key.Verifies(payload, signature.AsSpan(0, length))))
        {
            _reason = "is signed by none of the keys";
            return false;
        }

        // Only now, that it is signed, is what it says believed.
        if (SignedPayload.TryParse(payload) is not { } said || said.Digest != digest)
        {
            _reason = "has a signature of another image";
            return false;
        }

        if (repositories.Count == 0 || repositories.Any(said.IsOf))
            return true;
        _reason = $"is signed for '{said.Repository}'";
        return false;
    }

    private bool IsGoodBundle(byte[] content, string digest)
    {
        if (DsseEnvelope.TryParse(content) is not { } envelope || InTotoStatement.TryParse(envelope.Payload) is not { PredicateType: CosignTypes.SignPredicate } said)
            return false;
        if (!envelope.IsSignedBy(keys))
            _reason = "is signed by none of the keys";
        else if (!said.Subjects.Contains(digest))
            _reason = "has a signature of another image";
        else if (repositories.Count > 0)
            _reason = "has a signature that does not tell its repository";
        else
            return true;
        return false;
    }
}
