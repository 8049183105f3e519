// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Microsoft.Build.Framework;

namespace GitOpsTasks.MSBuild;

/// <summary>Builds container images, and pushes them or writes them to a folder.</summary>
[MSBuildMultiThreadableTask]
public sealed class GitOpsBuildImage : GitOpsTask
{
    /// <summary>Name of an image in the configuration; may be repeated. All images where none is given.</summary>
    public string[] Image { get; set; } = [];

    /// <summary>Push the images to their repositories and report the digests the registry serves.</summary>
    public bool Push { get; set; }

    /// <summary>What builds every image, whatever the configuration says: the Docker Engine, docker buildx, or nothing but this program.</summary>
    public string? Builder { get; set; }

    /// <summary>Platforms of every image, such as linux/arm64, whatever the configuration says.</summary>
    public string[] Platform { get; set; } = [];

    /// <summary>Build arguments of Dockerfiles, besides those of the configuration; never secrets, they stay in the image.</summary>
    public string[] BuildArg { get; set; } = [];

    /// <summary>Run every step of a Dockerfile again.</summary>
    public bool NoCache { get; set; }

    /// <summary>Whether a list of what is in the image (SBOM) goes with it, whatever the configuration says.</summary>
    public string? Sbom { get; set; }

    /// <summary>Whether a statement of how the image was built goes with it, whatever the configuration says.</summary>
    public string? Provenance { get; set; }

    /// <summary>Files to store beside every image as its referrers, by their media types, such as application/spdx+json=sbom.json.</summary>
    public string[] Attach { get; set; } = [];

    /// <summary>Write each image to DIR/NAME in OCI image-layout format; not by builder docker.</summary>
    public string? Layout { get; set; }

    /// <summary>Write what is known of each image to a JSON file, by its name; there is none where the task fails.</summary>
    public string? MetadataFile { get; set; }

    /// <summary>Check everything that can be checked before building, and tell what would be built by what; build and push nothing.</summary>
    public bool DryRun { get; set; }

    /// <summary>Report tags and labels without building anything.</summary>
    public bool MetadataOnly { get; set; }

    /// <summary>Repositories instead of those of the configuration: of a bundle or a copy, or with metadata-only, of images that another tool builds. After the run: Each image as repository:tag@digest, as far as it is known.</summary>
    [Output]
    public string[] Images { get; set; } = [];

    /// <summary>Tag rules in the grammar of docker/metadata-action, such as type=semver,pattern={{version}}; instead of those of the configuration. After the run: Every repository:tag of every image.</summary>
    [Output]
    public string[] Tags { get; set; } = [];

    /// <summary>What all tags have in common: latest=auto, true, false or highest, prefix=TEXT, suffix=TEXT.</summary>
    public string[] Flavor { get; set; } = [];

    /// <summary>Labels; they win over those made from the commit and those of the configuration. After the run: KEY=VALUE for each label.</summary>
    [Output]
    public string[] Labels { get; set; } = [];

    /// <summary>Annotations, LEVEL:KEY=VALUE for another level than manifest. After the run: LEVEL:KEY=VALUE for each annotation, as docker buildx build takes it.</summary>
    [Output]
    public string[] Annotations { get; set; } = [];

    /// <summary>Pack a folder of manifests as flux push artifact does, for the repositories of the input images, instead of building.</summary>
    public string? Artifact { get; set; }

    /// <summary>Copy an image with all its platforms and referrers to the repositories of the input images, instead of building.</summary>
    public string? CopyFrom { get; set; }

    /// <summary>The configuration file that describes the images.</summary>
    public string? Config { get; set; }

    /// <summary>NAME=DIGEST for each image whose digest is known.</summary>
    [Output]
    public string[] Digests { get; set; } = [];

    /// <summary>The digest, where all images have the same, as a single one does.</summary>
    [Output]
    public string? Digest { get; set; }

    /// <summary>The image as repository:tag@digest, where it is a single one.</summary>
    [Output]
    public string? Ref { get; set; }

    /// <summary>NAME=TYPE for each image whose media type is known: of a manifest, or of an index.</summary>
    [Output]
    public string[] MediaTypes { get; set; } = [];

    /// <summary>NAME=PLATFORM for each platform of each image.</summary>
    [Output]
    public string[] Platforms { get; set; } = [];

    /// <summary>NAME=BYTES for each image whose size in a registry is known.</summary>
    [Output]
    public string[] Sizes { get; set; } = [];

    /// <summary>REPOSITORY@DIGEST for each artifact stored beside an image.</summary>
    [Output]
    public string[] Attached { get; set; } = [];

    /// <summary>NAME=DIR for each image written in OCI image-layout format.</summary>
    [Output]
    public string[] Layouts { get; set; } = [];

    /// <summary>NAME=ID for each image that was built.</summary>
    [Output]
    public string[] ImageIds { get; set; } = [];

    /// <summary>The version, where all images have the same.</summary>
    [Output]
    public string? Version { get; set; }

    /// <summary>Every tag without its repository, each once.</summary>
    [Output]
    public string[] TagNames { get; set; } = [];

    /// <summary>Tags, labels and annotations as JSON, with metadata-only.</summary>
    [Output]
    public string? Json { get; set; }

    /// <summary>The same as a definition for docker buildx bake: target docker-metadata-action.</summary>
    [Output]
    public string? BakeFile { get; set; }

    /// <summary>Whether a registry or layout was changed.</summary>
    [Output]
    public bool Changed { get; set; }

    private protected override string TaskName => "build";
}
