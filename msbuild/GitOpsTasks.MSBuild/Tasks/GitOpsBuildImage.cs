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

    /// <summary>Write each image to DIR/NAME in OCI image-layout format; builder layers only.</summary>
    public string? Artifact { get; set; }

    /// <summary>The configuration file that describes the images.</summary>
    public string? Config { get; set; }

    /// <summary>Each image as repository:tag@digest, as far as it is known.</summary>
    [Output]
    public string[] Images { get; set; } = [];

    /// <summary>Every repository:tag of every image.</summary>
    [Output]
    public string[] Tags { get; set; } = [];

    /// <summary>NAME=DIGEST for each image whose digest is known.</summary>
    [Output]
    public string[] Digests { get; set; } = [];

    /// <summary>NAME=ID for each image that was built.</summary>
    [Output]
    public string[] ImageIds { get; set; } = [];

    /// <summary>The version of the image, where there is only one.</summary>
    [Output]
    public string? Version { get; set; }

    /// <summary>Whether a registry or layout was changed.</summary>
    [Output]
    public bool Changed { get; set; }

    private protected override string TaskName => "build";
}
