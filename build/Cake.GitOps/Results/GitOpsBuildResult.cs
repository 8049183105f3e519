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

    /// <summary>The digest, where all images have the same, as a single one does.</summary>
    public string? Digest { get; init; }

    /// <summary>The image as repository:tag@digest, where it is a single one.</summary>
    public string? Ref { get; init; }

    /// <summary>NAME=TYPE for each image whose media type is known: of a manifest, or of an index.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = [];

    /// <summary>NAME=PLATFORM for each platform of each image.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>NAME=BYTES for each image whose size in a registry is known.</summary>
    public IReadOnlyList<string> Sizes { get; init; } = [];

    /// <summary>REPOSITORY@DIGEST for each artifact stored beside an image.</summary>
    public IReadOnlyList<string> Attached { get; init; } = [];

    /// <summary>NAME=DIR for each image written in OCI image-layout format.</summary>
    public IReadOnlyList<string> Layouts { get; init; } = [];

    /// <summary>NAME=ID for each image that was built.</summary>
    public IReadOnlyList<string> ImageIds { get; init; } = [];

    /// <summary>The version, where all images have the same.</summary>
    public string? Version { get; init; }

    /// <summary>Every tag without its repository, each once.</summary>
    public IReadOnlyList<string> TagNames { get; init; } = [];

    /// <summary>KEY=VALUE for each label.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>LEVEL:KEY=VALUE for each annotation, as docker buildx build takes it.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>Tags, labels and annotations as JSON, with metadata-only.</summary>
    public string? Json { get; init; }

    /// <summary>The same as a definition for docker buildx bake: target docker-metadata-action.</summary>
    public string? BakeFile { get; init; }

    /// <summary>Whether a registry or layout was changed.</summary>
    public bool Changed { get; init; }
}
