namespace GitOpsTasks.Config;

/// <summary>An image that is built, and where it goes.</summary>
public sealed record ImageConfig
{
    /// <summary>Registry and repository, such as <c>ghcr.io/acme/web</c>; no tag.</summary>
    public required string Repository { get; init; }

    /// <summary>Folder that is sent to the builder of a Dockerfile.</summary>
    public string Context { get; init; } = ".";

    /// <summary>What builds it.</summary>
    public BuilderChoice Builder { get; init; }

    /// <summary>Such as <c>linux/amd64</c>; empty for the builder's own.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Rules for tags, in the grammar of docker/metadata-action's <c>tags</c>, such as <c>type=sha</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What all tags have in common, in the grammar of docker/metadata-action's <c>flavor</c>.</summary>
    public IReadOnlyList<string> Flavor { get; init; } = [];

    /// <summary>Labels, in the order written.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Annotations, <c>KEY=VALUE</c> or <c>LEVEL:KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>How it is built from a Dockerfile.</summary>
    public DockerfileConfig Dockerfile { get; init; } = new();

    /// <summary>What it is made of without a daemon.</summary>
    public LayersConfig Layers { get; init; } = new();

    /// <summary>Whether an SBOM goes with it; null where nothing is said.</summary>
    public bool? Sbom { get; init; }

    /// <summary>Whether a provenance statement goes with it; null where nothing is said.</summary>
    public bool? Provenance { get; init; }

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<AttachedFileConfig> Attach { get; init; } = [];

    /// <summary>Folder of an OCI layout that takes the image instead of a registry; null for the registry.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether it is built without a daemon.</summary>
    public bool IsLayered => Builder == BuilderChoice.Layers || Layers is { Layers.Count: > 0 } or { Project: not null } or { Base: not null };
}
