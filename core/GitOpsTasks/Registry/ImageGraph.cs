using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>All that belongs to an image: its platforms, its layers and what refers to it.</summary>
internal sealed class ImageGraph(IRegistry from)
{
    // Where cosign keeps signatures, attestations and SBOMs: beside the tag that stands in for the referrers API.
    private static readonly string[] Suffixes = [".sig", ".att", ".sbom"];

    private readonly List<OciManifest> _manifests = [];
    private readonly Dictionary<string, OciDescriptor> _blobs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The manifests, each after those it is made of or refers to.</summary>
    public IReadOnlyList<OciManifest> Manifests => _manifests;

    /// <summary>The configurations and layers, each once.</summary>
    public IReadOnlyCollection<OciDescriptor> Blobs => _blobs.Values;

    /// <summary>Tags that are part of the image, because tools look for them by its digest.</summary>
    public Dictionary<string, OciManifest> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a manifest with all that it is made of.</summary>
    /// <exception cref="TaskFailedException">GOT5111: a manifest of an index is not there.</exception>
    public async Task AddAsync(OciManifest manifest, CancellationToken cancellationToken)
    {
        if (!_seen.Add(manifest.Descriptor.Digest))
            return;
        var parts = ManifestParts.Of(manifest);
        foreach (var child in parts.Children)
        {
            await AddAsync(
                await from.GetManifestAsync(child.Digest, cancellationToken) ?? throw Missing(child.Digest), cancellationToken);
        }

        foreach (var blob in parts.Blobs.Where(IsDistributed))
            _blobs.TryAdd(blob.Digest, blob);
        _manifests.Add(manifest);
    }

    /// <summary>Adds what refers to the manifests that are there, what refers to that, and so on.</summary>
    public async Task AddReferrersAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < _manifests.Count; i++)
        {
            var digest = _manifests[i].Descriptor.Digest;
            foreach (var referrer in await from.ListReferrersAsync(digest, cancellationToken))
            {
                if (await from.GetManifestAsync(referrer.Digest, cancellationToken) is { } found)
                    await AddAsync(found, cancellationToken);
            }

            foreach (var tag in Suffixes.Select(suffix => RegistryReferrers.StandIn(digest) + suffix))
            {
                if (await from.GetManifestAsync(tag, cancellationToken) is not { } found)
                    continue;
                Tags[tag] = found;
                await AddAsync(found, cancellationToken);
            }
        }
    }

    // Layers that may only be had from their maker, as those of old Windows images, are named and not stored.
    private static bool IsDistributed(OciDescriptor blob) =>
        !blob.MediaType.Contains("nondistributable", StringComparison.Ordinal)
        && !blob.MediaType.Contains("foreign", StringComparison.Ordinal);

    private TaskFailedException Missing(string digest) => TaskFailedException.External(
        RegistryCodes.ContentMissing,
        $"'{from.Repository}' has no manifest {digest}, which is a part of the image.",
        "The image is not whole there: push it again.");
}
