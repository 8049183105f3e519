namespace GitOpsTasks.Build;

/// <summary>An image to be built, as configuration describes it.</summary>
/// <param name="Name">The name it has in configuration and on the command line, such as <c>web</c>.</param>
/// <param name="Repository">Where it is pushed to, such as <c>ghcr.io/acme/web</c>.</param>
public sealed record ImageSpec(string Name, string Repository)
{
    /// <summary>The rules taken where none are given: the short commit id alone, which never moves.</summary>
    public static IReadOnlyList<string> DefaultTags { get; } = ["type=sha"];

    /// <summary>What builds it.</summary>
    public BuilderKind Builder { get; init; }

    /// <summary>The folder it is built from, relative to the engine's directory.</summary>
    public string Context { get; init; } = ".";

    /// <summary>The Dockerfile, relative to the context and inside it. Builder docker only.</summary>
    public string Dockerfile { get; init; } = "Dockerfile";

    /// <summary>The stage of the Dockerfile to build; null for the last. Builder docker only.</summary>
    public string? Target { get; init; }

    /// <summary>Build arguments; no secrets, they stay in the image's history. Builder docker only.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The layers, from the lowest up. Builder layers only, as all that follows up to <see cref="Ports"/>.</summary>
    public IReadOnlyList<LayerSpec> Layers { get; init; } = [];

    /// <summary>The program that is started, with its fixed arguments.</summary>
    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    /// <summary>The arguments that can be replaced when it is started.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The user it runs as, such as <c>1000:1000</c>; null for root.</summary>
    public string? User { get; init; }

    /// <summary>The directory it starts in; null for the root.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Ports it listens on, such as <c>8080/tcp</c> or <c>8080</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>Labels; they win over those the engine sets.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Such as <c>linux/arm64</c>. Null: linux/amd64 for builder layers, the engine's own for builder docker.</summary>
    public string? Platform { get; init; }

    /// <summary>A folder of its own that takes the image in OCI image-layout format instead of a registry; null for none.</summary>
    public string? Artifact { get; init; }

    /// <summary>Tag rules in the grammar of <see cref="Names.ImageNaming"/>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = DefaultTags;
}
