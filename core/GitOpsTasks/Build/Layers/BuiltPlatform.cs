using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>An image of one platform.</summary>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Config">Its configuration.</param>
/// <param name="BaseLayers">The layers of its base.</param>
/// <param name="Layers">Its own layers.</param>
internal sealed record BuiltPlatform(
    OciManifest Manifest, OciBlob Config, IReadOnlyList<OciBlob> BaseLayers, IReadOnlyList<BuiltLayer> Layers)
{
    /// <summary>What it runs on.</summary>
    public OciPlatform Platform => Manifest.Descriptor.Platform!;

    /// <summary>All its content but the manifest.</summary>
    public IEnumerable<OciBlob> Blobs => [.. BaseLayers, .. Layers.Select(layer => layer.Blob), Config];

    /// <summary>What a result says of it.</summary>
    public PlatformImage Result => new(Platform.ToString())
    {
        Digest = Manifest.Descriptor.Digest,
        ImageId = Config.Descriptor.Digest,
        Size = Manifest.Descriptor.Size + Blobs.DistinctBy(blob => blob.Descriptor.Digest).Sum(blob => blob.Descriptor.Size),
    };
}
