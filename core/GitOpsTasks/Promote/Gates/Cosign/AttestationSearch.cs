using GitOpsTasks.Promote.Gates.Keys;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>Looks for what is said about an image: beside it under cosign's tags, as its referrers, and in its index, as BuildKit does.</summary>
/// <param name="store">What was stored about images.</param>
/// <param name="kind">What is looked for.</param>
/// <param name="keys">It has to be signed by one of these; null where it only has to be there.</param>
internal sealed class AttestationSearch(CosignStore store, AttestationKind kind, IReadOnlyList<VerifyingKey>? keys)
{
    private const string ReferenceType = "vnd.docker.reference.type";
    private const string ReferenceDigest = "vnd.docker.reference.digest";

    /// <summary>Whether something of an image's was found that is not signed by any of the keys.</summary>
    public bool HasSeenUnsigned { get; private set; }

    /// <summary>Whether it is there for an image, or for each of its platforms.</summary>
    public async Task<bool> IsThereAsync(OciManifest image, CancellationToken cancellationToken)
    {
        if (await IsSaidOfAsync(image.Descriptor.Digest, cancellationToken))
            return true;
        var children = ManifestParts.Of(image).Children;
        var platforms = children.Where(child => !child.Annotations.ContainsKey(ReferenceType)).ToList();
        foreach (var platform in platforms)
        {
            if (!await IsSaidOfAsync(platform.Digest, cancellationToken) && !await IsBuiltInAsync(children, platform.Digest, image.Descriptor.Digest, cancellationToken))
                return false;
        }

        return platforms.Count > 0;
    }

    private async Task<bool> IsSaidOfAsync(string digest, CancellationToken cancellationToken)
    {
        foreach (var suffix in (string[])[".att", ".sbom"])
        {
            if (await store.TaggedAsync(digest, suffix, cancellationToken) is { } tagged && await SaysAsync(tagged, digest, tagged.Descriptor.Digest, cancellationToken))
                return true;
        }

        await foreach (var manifest in store.ReferrersAsync(digest, IsWanted, cancellationToken))
        {
            if (await SaysAsync(manifest, digest, manifest.Descriptor.Digest, cancellationToken))
                return true;
        }

        return false;
    }

    private bool IsWanted(string artifactType) =>
        kind.IsWrittenAs(artifactType) || IsStatement(artifactType) || artifactType is OciMediaTypes.Empty or OciMediaTypes.Config;

    // BuildKit puts its statements into the index: a signature of the index is one of theirs.
    private async Task<bool> IsBuiltInAsync(IReadOnlyList<OciDescriptor> children, string platform, string index, CancellationToken cancellationToken)
    {
        foreach (var child in children.Where(child => child.Annotations.GetValueOrDefault(ReferenceDigest) == platform))
        {
            if (await store.Registry.GetManifestAsync(child.Digest, cancellationToken) is { } manifest && await SaysAsync(manifest, platform, index, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> SaysAsync(OciManifest manifest, string digest, string signedAs, CancellationToken cancellationToken)
    {
        var parts = ManifestParts.Of(manifest);
        var isOwnDocument = kind.IsWrittenAs(parts.ArtifactType);
        foreach (var layer in parts.Blobs)
        {
            if (isOwnDocument || kind.IsWrittenAs(layer.MediaType))
                return await IsSignedAsync(signedAs, cancellationToken);
            if (!IsStatement(layer.MediaType) || await store.ReadAsync(layer, cancellationToken) is not { } content)
                continue;
            var envelope = DsseEnvelope.TryParse(content);
            if (InTotoStatement.TryParse(envelope?.Payload ?? content) is not { } said || !kind.IsStatedBy(said.PredicateType) || !said.Subjects.Contains(digest))
                continue;
            if (keys is null || (envelope is null ? await IsSignedAsync(signedAs, cancellationToken) : envelope.IsSignedBy(keys)))
                return true;
            HasSeenUnsigned = true;
        }

        return false;
    }

    // What carries no signature in itself can be signed as any image is.
    private async Task<bool> IsSignedAsync(string digest, CancellationToken cancellationToken)
    {
        if (keys is null || await new SignatureSearch(store, keys, []).ReasonAgainstAsync(digest, cancellationToken) is null)
            return true;
        HasSeenUnsigned = true;
        return false;
    }

    private static bool IsStatement(string mediaType) =>
        mediaType.StartsWith(CosignTypes.Dsse, StringComparison.Ordinal) || mediaType.StartsWith(CosignTypes.InToto, StringComparison.Ordinal)
        || mediaType.StartsWith(CosignTypes.Bundle, StringComparison.Ordinal);
}
