// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsBuild. Builds container images, and pushes them or writes them to a folder.</summary>
public sealed class GitOpsBuildSettings : GitOpsSettings
{
    /// <summary>Name of an image in the configuration; may be repeated. All images where none is given.</summary>
    public IReadOnlyList<string> Image { get; set; } = [];

    /// <summary>Push the images to their repositories and report the digests the registry serves.</summary>
    public bool? Push { get; set; }

    /// <summary>Build with the Docker Engine or without a daemon, whatever the configuration says.</summary>
    public string? Builder { get; set; }

    /// <summary>Report tags and labels without building anything.</summary>
    public bool? MetadataOnly { get; set; }

    /// <summary>Repositories to name instead of those of the configuration, with metadata-only; for images that another tool builds.</summary>
    public IReadOnlyList<string> Images { get; set; } = [];

    /// <summary>Tag rules in the grammar of docker/metadata-action, such as type=semver,pattern={{version}}; instead of those of the configuration.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>What all tags have in common: latest=auto, true, false or highest, prefix=TEXT, suffix=TEXT.</summary>
    public IReadOnlyList<string> Flavor { get; set; } = [];

    /// <summary>Labels; they win over those made from the commit and those of the configuration.</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>Annotations, LEVEL:KEY=VALUE for another level than manifest.</summary>
    public IReadOnlyList<string> Annotations { get; set; } = [];

    /// <summary>Write each image to DIR/NAME in OCI image-layout format; builder layers only.</summary>
    public string? Artifact { get; set; }

    /// <summary>The configuration file that describes the images. Default: gitops.yaml.</summary>
    public string? Config { get; set; }
}
