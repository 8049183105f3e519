namespace GitOpsTasks.Build;

/// <summary>An image to be built, as configuration describes it.</summary>
/// <param name="Name">The name it has in configuration and on the command line, such as <c>web</c>.</param>
/// <param name="Repository">Where it is pushed to, such as <c>ghcr.io/acme/web</c>.</param>
public sealed record ImageSpec(string Name, string Repository)
{
    /// <summary>The rules taken where none are given: the short commit id alone, which never moves.</summary>
    public static IReadOnlyList<string> DefaultTags { get; } = ["type=sha"];

    /// <summary>What builds it; null for what suits it.</summary>
    public BuilderKind? Builder { get; init; }

    /// <summary>The folder it is built from, relative to the engine's directory; for buildx also an address.</summary>
    public string Context { get; init; } = ".";

    /// <summary>
    /// The folder of the description it comes from: what other relative paths in it count from, and the git work tree around
    /// it is what they must stay in. Null for the engine's directory.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>How it is built from a Dockerfile, by docker or buildx.</summary>
    public DockerfileSpec Dockerfile { get; init; } = new();

    /// <summary>What it is made of, for builder layers; null where it is built from a Dockerfile.</summary>
    public LayersSpec? Layers { get; init; }

    /// <summary>Labels; they win over those the engine sets.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Annotations, <c>KEY=VALUE</c> or <c>LEVEL:KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>Such as <c>linux/arm64</c>; several make an index. Empty: linux/amd64 for builder layers, else the engine's own.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Tag rules in the grammar of <see cref="Names.ImageNaming"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = DefaultTags;

    /// <summary>What all tags have in common, in the grammar of <see cref="Names.ImageNaming"/>.</summary>
    public IReadOnlyList<string> Flavor { get; init; } = [];

    /// <summary>Whether a list of what is in it goes with it (SBOM); null for the builder's own way.</summary>
    public bool? Sbom { get; init; }

    /// <summary>Whether a statement of how it was built goes with it (SLSA provenance); null for the builder's own way.</summary>
    public bool? Provenance { get; init; }

    /// <summary>Files that go with it as referrers.</summary>
    public IReadOnlyList<AttachedFile> Attach { get; init; } = [];

    /// <summary>A folder of its own that takes the image in OCI image-layout format instead of a registry; null for none.</summary>
    public string? Artifact { get; init; }
}
