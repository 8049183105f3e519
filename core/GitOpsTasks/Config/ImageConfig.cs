namespace GitOpsTasks.Config;

/// <summary>An image that is built, and where it goes.</summary>
public sealed record ImageConfig
{
    /// <summary>Registry and repository, such as <c>ghcr.io/acme/web</c>; no tag.</summary>
    public required string Repository { get; init; }

    /// <summary>Folder that is sent to the builder of a Dockerfile.</summary>
    public string Context { get; init; } = ".";

    /// <summary>The Dockerfile; null for <c>Dockerfile</c> in the context.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>What builds it.</summary>
    public BuilderChoice Builder { get; init; }

    /// <summary>Such as <c>linux/amd64</c>; empty for the builder's own.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>Rules for tags, in the grammar of docker/metadata-action's <c>tags</c>, such as <c>type=sha</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Folders and files that become layers, for a build without a daemon.</summary>
    public IReadOnlyList<LayerConfig> Layers { get; init; } = [];

    /// <summary>The program and its first arguments.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>Arguments that a user may replace.</summary>
    public IReadOnlyList<string> Cmd { get; init; } = [];

    /// <summary>Environment variables, in the order written.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>The user it runs as, a number or a name; null for the builder's default.</summary>
    public string? User { get; init; }

    /// <summary>The folder it starts in.</summary>
    public string? Workdir { get; init; }

    /// <summary>Ports it listens on, such as <c>8080</c> or <c>53/udp</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>Labels, in the order written.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Folder of an OCI layout that takes the image instead of a registry; null for the registry.</summary>
    public string? Artifact { get; init; }
}
