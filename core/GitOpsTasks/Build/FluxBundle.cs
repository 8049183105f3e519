using GitOpsTasks.Build.Archives;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build;

/// <summary>
/// A folder of manifests as Flux takes it from an OCIRepository: one compressed archive with the media types and annotations
/// that <c>flux push artifact</c> gives it. The same files give the same digest.
/// </summary>
public static class FluxBundle
{
    private const string ConfigType = "application/vnd.cncf.flux.config.v1+json";
    private const string ContentType = "application/vnd.cncf.flux.content.v1.tar+gzip";

    /// <summary>Packs a folder.</summary>
    /// <param name="folder">Absolute path of the manifests.</param>
    /// <param name="file">Absolute path the archive is written to; needed until the bundle is pushed.</param>
    /// <param name="time">The time of its files, and when it is said to be made.</param>
    /// <param name="source">Address of the repository the manifests are from; null where it is not known.</param>
    /// <param name="revision">Such as <c>main@sha1:</c> and a commit; null where it is not known.</param>
    /// <param name="cancellationToken">Cancels packing.</param>
    /// <exception cref="TaskFailedException">The folder is not there, or a file cannot be read.</exception>
    public static async Task<OciArtifact> PackAsync(
        string folder, string file, DateTimeOffset time, string? source, string? revision, CancellationToken cancellationToken)
    {
        var layer = await LayerArchive.BuildAsync(
            new LayerSpec(folder, "/") { Mode = ArchiveEntry.Readable }, folder, file, time, cancellationToken);
        var annotations = new Dictionary<string, string> { ["org.opencontainers.image.created"] = ImageLabels.Time(time) };
        if (source is not null)
            annotations["org.opencontainers.image.source"] = source;
        if (revision is not null)
            annotations["org.opencontainers.image.revision"] = revision;
        return new OciArtifact(null, [layer.Blob with { Descriptor = layer.Blob.Descriptor with { MediaType = ContentType } }])
        {
            Config = OciBlob.FromBytes(ConfigType, "{}"u8.ToArray()),
            Annotations = annotations,
        };
    }
}
