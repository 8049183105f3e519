using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>An image of one platform with all its content at hand.</summary>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Blobs">Its layers and its configuration.</param>
internal sealed record BuiltImage(OciManifest Manifest, IReadOnlyList<OciBlob> Blobs)
{
    /// <summary>Stores it under its tags: blobs first, then the manifest.</summary>
    /// <returns>Whether a tag was moved or made.</returns>
    public async Task<bool> PushAsync(
        IRegistry registry, IReadOnlyList<string> tags, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var step = progress.Begin($"push to {registry.Repository}");
        var sent = await new BlobTransfer(registry, step).RunAsync(Blobs, cancellationToken);
        var changed = false;
        foreach (var tag in tags)
            changed |= await registry.PushManifestAsync(Manifest, tag, cancellationToken);
        step.Complete($"{sent} of {Blobs.Count} blobs were new");
        return changed;
    }
}
