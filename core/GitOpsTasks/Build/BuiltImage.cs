using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>An image of one platform with all its content at hand.</summary>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Blobs">Its layers and its configuration.</param>
internal sealed record BuiltImage(OciManifest Manifest, IReadOnlyList<OciBlob> Blobs)
{
    private const double Megabyte = 1_000_000;

    /// <summary>Stores it under its tags: blobs first, then the manifest.</summary>
    /// <returns>Whether a tag was moved or made.</returns>
    public async Task<bool> PushAsync(
        IRegistry registry, IReadOnlyList<string> tags, IProgressStep progress, CancellationToken cancellationToken)
    {
        using var step = progress.Begin($"push to {registry.Repository}");
        var bytes = Blobs.Sum(blob => blob.Descriptor.Size);
        long done = 0;
        var sent = 0;
        foreach (var blob in Blobs)
        {
            if (await registry.PushBlobAsync(blob, cancellationToken))
                sent++;
            done += blob.Descriptor.Size;
            step.Report($"{done / Megabyte:0.0} of {bytes / Megabyte:0.0} MB", (double)done / Math.Max(1, bytes));
        }

        var changed = false;
        foreach (var tag in tags)
            changed |= await registry.PushManifestAsync(Manifest, tag, cancellationToken);
        step.Complete($"{sent} of {Blobs.Count} blobs were new");
        return changed;
    }
}
