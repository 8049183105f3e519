using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Bundles;

/// <summary>
/// A folder of manifests as Flux takes it from an OCIRepository: one compressed archive with the media types and annotations
/// that <c>flux push artifact</c> gives it. The same files give the same digest.
/// </summary>
public static class FluxBundle
{
    /// <summary>Media type of its configuration.</summary>
    public const string ConfigType = "application/vnd.cncf.flux.config.v1+json";

    /// <summary>Media type of the archive.</summary>
    public const string ContentType = "application/vnd.cncf.flux.content.v1.tar+gzip";

    /// <summary>Packs a folder, without what <see cref="BundleFiles"/> leaves out.</summary>
    /// <param name="folder">Absolute path of the manifests.</param>
    /// <param name="file">Absolute path the archive is written to; needed until the bundle is pushed.</param>
    /// <param name="origin">Where the manifests come from.</param>
    /// <param name="cancellationToken">Cancels packing.</param>
    /// <exception cref="TaskFailedException">The folder is not there or holds no file, or a file cannot be read.</exception>
    public static async Task<OciArtifact> PackAsync(string folder, string file, BundleOrigin origin, CancellationToken cancellationToken)
    {
        var plan = new LayerPlan(folder, BundleFiles.In(folder), DateTimeOffset.UnixEpoch);
        var archive = await LayerArchive.WriteAsync(plan, file, cancellationToken);
        var content = archive.Blob with { Descriptor = archive.Blob.Descriptor with { MediaType = ContentType } };
        return new OciArtifact(null, [content])
        {
            Config = OciBlob.FromBytes(ConfigType, "{}"u8.ToArray()),
            Annotations = origin.Annotations,
        };
    }
}
