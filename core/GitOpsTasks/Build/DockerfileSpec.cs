namespace GitOpsTasks.Build;

/// <summary>How an image is built from a Dockerfile. Names and values are those of <c>docker buildx build</c>.</summary>
public sealed record DockerfileSpec
{
    /// <summary>The Dockerfile, relative to the context.</summary>
    public string Path { get; init; } = "Dockerfile";

    /// <summary>The stage to build; null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Build arguments; no secrets, they stay in the image's history.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Where cached steps are taken from: images, or <c>type=registry,ref=…</c> (buildx).</summary>
    public IReadOnlyList<string> CacheFrom { get; init; } = [];

    /// <summary>Where cached steps are kept, such as <c>type=registry,ref=…,mode=max</c>. Builder buildx only.</summary>
    public IReadOnlyList<string> CacheTo { get; init; } = [];

    /// <summary>Secrets of build steps: <c>id=ID,env=NAME</c> or <c>id=ID,src=FILE</c>; never their values. Builder buildx only.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>SSH agents and keys of build steps, such as <c>default</c>. Builder buildx only.</summary>
    public IReadOnlyList<string> Ssh { get; init; } = [];

    /// <summary>More contexts by name: folders, or <c>docker-image://…</c>. Builder buildx only.</summary>
    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new Dictionary<string, string>();

    /// <summary>The network of build steps, such as <c>none</c>; null for the engine's own.</summary>
    public string? Network { get; init; }

    /// <summary>Names of hosts for build steps, <c>NAME:ADDRESS</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether base images are looked up again.</summary>
    public bool Pull { get; init; }

    /// <summary>Whether every step is run again.</summary>
    public bool NoCache { get; init; }
}
