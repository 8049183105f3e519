namespace GitOpsTasks.Registry;

/// <summary>Media types of the OCI image specification and of its Docker forerunner.</summary>
public static class OciMediaTypes
{
    /// <summary>One image of one platform.</summary>
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>Images of several platforms under one name.</summary>
    public const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>The configuration of an image.</summary>
    public const string Config = "application/vnd.oci.image.config.v1+json";

    /// <summary>A layer: a tar archive compressed with gzip.</summary>
    public const string LayerGzip = "application/vnd.oci.image.layer.v1.tar+gzip";

    /// <summary>The configuration of an artifact that has none: <c>{}</c>.</summary>
    public const string Empty = "application/vnd.oci.empty.v1+json";

    /// <summary>Docker's form of <see cref="Manifest"/>.</summary>
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>Docker's form of <see cref="Config"/>.</summary>
    public const string DockerConfig = "application/vnd.docker.container.image.v1+json";

    /// <summary>Docker's form of <see cref="Index"/>.</summary>
    public const string DockerList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>What a request for a manifest accepts. Without all four some registries convert, or answer 404.</summary>
    public static IReadOnlyList<string> Manifests { get; } = [Manifest, Index, DockerManifest, DockerList];
}
