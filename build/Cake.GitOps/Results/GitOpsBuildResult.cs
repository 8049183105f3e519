// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
namespace Cake.GitOps;

/// <summary>What came of GitOpsBuild. Builds container images, and pushes them or writes them to a folder.</summary>
public sealed class GitOpsBuildResult
{
    /// <summary>Each image as repository:tag@digest, as far as it is known.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Every repository:tag of every image.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>NAME=DIGEST for each image whose digest is known.</summary>
    public IReadOnlyList<string> Digests { get; init; } = [];

    /// <summary>NAME=ID for each image that was built.</summary>
    public IReadOnlyList<string> ImageIds { get; init; } = [];

    /// <summary>The version of the image, where there is only one.</summary>
    public string? Version { get; init; }

    /// <summary>Whether a registry or layout was changed.</summary>
    public bool Changed { get; init; }
}
