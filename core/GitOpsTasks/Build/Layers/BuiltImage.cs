using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>An image of one platform or several with all its content at hand.</summary>
/// <param name="Platforms">Its platforms.</param>
/// <param name="Root">The index over them, or the manifest of the only one.</param>
/// <param name="Store">Writes the layers that a target lacks.</param>
internal sealed record BuiltImage(IReadOnlyList<BuiltPlatform> Platforms, OciManifest Root, LayerStore Store)
{
    private IReadOnlyList<OciBlob> Blobs =>
        [.. Platforms.SelectMany(platform => platform.Blobs).Where(IsDistributed).DistinctBy(blob => blob.Descriptor.Digest)];

    private IEnumerable<OciManifest> Children => Platforms.Select(platform => platform.Manifest).Where(manifest => manifest != Root);

    /// <summary>Adds to a result what it is.</summary>
    public ImageResult Describe(ImageResult result) => result with
    {
        Digest = Root.Descriptor.Digest,
        MediaType = Root.Descriptor.MediaType,
        Platforms = [.. Platforms.Select(platform => platform.Platform.ToString())],
        PlatformImages = [.. Platforms.Select(platform => platform.Result)],
        ImageId = Platforms is [var only] ? only.Config.Descriptor.Digest : null,
        Size = Root.Descriptor.Size + Children.Sum(child => child.Descriptor.Size) + Blobs.Sum(blob => blob.Descriptor.Size),
    };

    /// <summary>Stores it under its tags: blobs first, then manifests, then what the tags name.</summary>
    /// <returns>Whether a tag was moved or made.</returns>
    public async Task<bool> PushAsync(
        IRegistry registry, IReadOnlyList<string> tags, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var step = progress.Begin($"push to {registry.Repository}");
        await Parallel.ForEachAsync(
            Platforms.SelectMany(platform => platform.Layers).Where(layer => !layer.IsWritten).DistinctBy(layer => layer.DiffId),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (layer, token) =>
            {
                if (!await registry.HasBlobAsync(layer.Blob.Descriptor, token))
                    await Store.WriteAsync(layer, token);
            });
        var blobs = Blobs;
        var sent = await new BlobTransfer(registry, step).RunAsync(blobs, cancellationToken);
        foreach (var child in Children)
            await registry.PushManifestAsync(child, child.Descriptor.Digest, cancellationToken);
        var changed = false;
        foreach (var tag in tags)
            changed |= await registry.PushManifestAsync(Root, tag, cancellationToken);
        step.Complete($"{sent} of {blobs.Count} blobs were new");
        return changed;
    }

    // Layers that may only be had from their maker, as those of old Windows images, are named and not stored.
    private static bool IsDistributed(OciBlob blob) =>
        !blob.Descriptor.MediaType.Contains("nondistributable", StringComparison.Ordinal);
}
