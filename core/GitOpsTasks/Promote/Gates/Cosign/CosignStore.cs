using System.Runtime.CompilerServices;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>
/// What was stored about an image in its repository: under a tag made of its digest, as cosign does by default, and as its
/// referrers.
/// </summary>
/// <param name="registry">The repository.</param>
internal sealed class CosignStore(IRegistry registry)
{
    private const int MostReferrers = 200;

    /// <summary>The repository.</summary>
    public IRegistry Registry => registry;

    /// <summary>The manifest under a tag such as <c>sha256-HEX.sig</c>; null where there is none.</summary>
    public Task<OciManifest?> TaggedAsync(string digest, string suffix, CancellationToken cancellationToken) =>
        registry.GetManifestAsync(digest.Replace(':', '-') + suffix, cancellationToken);

    /// <summary>The manifests of referrers, of some types where the registry tells types.</summary>
    public async IAsyncEnumerable<OciManifest> ReferrersAsync(
        string digest, Func<string, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var referrers = await registry.ListReferrersAsync(digest, cancellationToken);
        foreach (var referrer in referrers.Where(referrer => referrer.ArtifactType is not { } type || isWanted(type)).Take(MostReferrers))
        {
            if (await registry.GetManifestAsync(referrer.Digest, cancellationToken) is { } manifest && ManifestParts.Of(manifest).Subject?.Digest == digest)
                yield return manifest;
        }
    }

    /// <summary>A layer; null where it is too large.</summary>
    public Task<byte[]?> ReadAsync(OciDescriptor layer, CancellationToken cancellationToken) =>
        Images.BlobText.ReadAsync(registry, layer, cancellationToken);
}
