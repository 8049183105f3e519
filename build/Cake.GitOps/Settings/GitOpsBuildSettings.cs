// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>Settings of GitOpsBuild. Builds container images, and pushes them or writes them to a folder.</summary>
public sealed class GitOpsBuildSettings : GitOpsSettings
{
    /// <summary>Name of an image in the configuration; may be repeated. All images where none is given.</summary>
    public IReadOnlyList<string> Image { get; set; } = [];

    /// <summary>Push the images to their repositories and report the digests the registry serves.</summary>
    public bool? Push { get; set; }

    /// <summary>What builds every image, whatever the configuration says: the Docker Engine, docker buildx, or nothing but this program.</summary>
    public string? Builder { get; set; }

    /// <summary>Platforms of every image, such as linux/arm64, whatever the configuration says.</summary>
    public IReadOnlyList<string> Platform { get; set; } = [];

    /// <summary>Build arguments of Dockerfiles, besides those of the configuration; never secrets, they stay in the image.</summary>
    public IReadOnlyList<string> BuildArg { get; set; } = [];

    /// <summary>Run every step of a Dockerfile again.</summary>
    public bool? NoCache { get; set; }

    /// <summary>Whether a list of what is in the image (SBOM) goes with it, whatever the configuration says.</summary>
    public string? Sbom { get; set; }

    /// <summary>Whether a statement of how the image was built goes with it, whatever the configuration says.</summary>
    public string? Provenance { get; set; }

    /// <summary>Files to store beside every image as its referrers, by their media types, such as application/spdx+json=sbom.json.</summary>
    public IReadOnlyList<string> Attach { get; set; } = [];

    /// <summary>Write each image to DIR/NAME in OCI image-layout format; not by builder docker.</summary>
    public string? Layout { get; set; }

    /// <summary>Write what is known of each image to a JSON file, by its name; there is none where the task fails.</summary>
    public string? MetadataFile { get; set; }

    /// <summary>Check everything that can be checked before building, and tell what would be built by what; build and push nothing.</summary>
    public bool? DryRun { get; set; }

    /// <summary>Report tags and labels without building anything.</summary>
    public bool? MetadataOnly { get; set; }

    /// <summary>Repositories instead of those of the configuration: of a bundle or a copy, or with metadata-only, of images that another tool builds.</summary>
    public IReadOnlyList<string> Images { get; set; } = [];

    /// <summary>Tag rules in the grammar of docker/metadata-action, such as type=semver,pattern={{version}}; instead of those of the configuration.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>What all tags have in common: latest=auto, true, false or highest, prefix=TEXT, suffix=TEXT.</summary>
    public IReadOnlyList<string> Flavor { get; set; } = [];

    /// <summary>Labels; they win over those made from the commit and those of the configuration.</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>Annotations, LEVEL:KEY=VALUE for another level than manifest.</summary>
    public IReadOnlyList<string> Annotations { get; set; } = [];

    /// <summary>Pack a folder of manifests as flux push artifact does, for the repositories of the input images, instead of building.</summary>
    public string? Artifact { get; set; }

    /// <summary>Copy an image with all its platforms and referrers to the repositories of the input images, instead of building.</summary>
    public string? CopyFrom { get; set; }

    /// <summary>The configuration file that describes the images. Default: gitops.yaml.</summary>
    public string? Config { get; set; }
}
