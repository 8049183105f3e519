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

    /// <summary>Build with the Docker Engine or without a daemon, whatever the configuration says.</summary>
    public string? Builder { get; set; }

    /// <summary>Report tags and labels without building anything.</summary>
    public bool MetadataOnly { get; set; }

    /// <summary>Repositories to name instead of those of the configuration, with metadata-only; for images that another tool builds. After the run: Each image as repository:tag@digest, as far as it is known.</summary>
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

    /// <summary>Write each image to DIR/NAME in OCI image-layout format; builder layers only.</summary>
    public string? Artifact { get; set; }

    /// <summary>The configuration file that describes the images.</summary>
    public string? Config { get; set; }

    /// <summary>NAME=DIGEST for each image whose digest is known.</summary>
    [Output]
    public string[] Digests { get; set; } = [];

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
