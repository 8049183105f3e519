using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// Copies an image from one repository to another, byte for byte: with all its platforms, and with what refers to it, such as
/// signatures, SBOMs and attestations. Its tags appear last, when all else is there.
/// </summary>
/// <param name="from">Where it is.</param>
/// <param name="to">Where it goes; of the same registry, layers are taken over without being sent.</param>
/// <param name="progress">The step it is a part of.</param>
public sealed class ImageCopy(IRegistry from, IRegistry to, IProgressStep progress)
{
    /// <summary>Whether what refers to the image is copied with it.</summary>
    public bool WithReferrers { get; init; } = true;

    /// <summary>Copies it.</summary>
    /// <param name="reference">Its tag or digest.</param>
    /// <param name="tags">Its tags in the other repository; with none it is to be had by its digest.</param>
    /// <param name="cancellationToken">Cancels the copy; what is there stays there, without a tag.</param>
    /// <returns>What was copied; its digest is the same in both.</returns>
    /// <exception cref="TaskFailedException">GOT5111: it is not there, or not whole; or a repository failed.</exception>
    public async Task<OciDescriptor> CopyAsync(string reference, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        using var step = progress.Begin($"copy {from.Repository} to {to.Repository}");
        var image = await from.GetManifestAsync(reference, cancellationToken) ?? throw Missing(reference);
        var graph = new ImageGraph(from);
        await graph.AddAsync(image, cancellationToken);
        if (WithReferrers)
            await graph.AddReferrersAsync(cancellationToken);
        var sent = await new BlobTransfer(to, step).RunAsync(graph.Blobs.Select(BlobOf), cancellationToken);
        foreach (var manifest in graph.Manifests)
            await to.PushManifestAsync(manifest, manifest.Descriptor.Digest, cancellationToken);
        foreach (var (tag, manifest) in graph.Tags)
            await to.PushManifestAsync(manifest, tag, cancellationToken);
        foreach (var tag in tags)
            await to.PushManifestAsync(image, tag, cancellationToken);
        step.Complete($"{graph.Manifests.Count} manifests, {sent} of {graph.Blobs.Count} blobs were new");
        return image.Descriptor;
    }

    private OciBlob BlobOf(OciDescriptor blob) => new(blob, () => from.OpenBlob(blob))
    {
        MountFrom = from is RegistryClient ? from.Repository : null,
    };

    private TaskFailedException Missing(string reference) => TaskFailedException.External(
        RegistryCodes.ContentMissing,
        $"'{from.Repository}' has no image '{reference}'.",
        "Check the tag or digest, and whether it was pushed.");
}
