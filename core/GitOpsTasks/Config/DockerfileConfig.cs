namespace GitOpsTasks.Config;

/// <summary>The keys of an image that is built from a Dockerfile.</summary>
public sealed record DockerfileConfig
{
    /// <summary>The Dockerfile; null for <c>Dockerfile</c> in the context.</summary>
    public string? Path { get; init; }

    /// <summary>The stage to build; null for the last.</summary>
    public string? Target { get; init; }

    /// <summary>Build arguments, in the order written.</summary>
    public IReadOnlyDictionary<string, string> Args { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Where cached steps are taken from.</summary>
    public IReadOnlyList<string> CacheFrom { get; init; } = [];

    /// <summary>Where cached steps are kept.</summary>
    public IReadOnlyList<string> CacheTo { get; init; } = [];

    /// <summary>Secrets of build steps, <c>id=ID,env=NAME</c> or <c>id=ID,src=FILE</c>.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>SSH agents and keys of build steps.</summary>
    public IReadOnlyList<string> Ssh { get; init; } = [];

    /// <summary>More contexts, by name.</summary>
    public IReadOnlyDictionary<string, string> Contexts { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>The network of build steps; null for the builder's own.</summary>
    public string? Network { get; init; }

    /// <summary>Names of hosts for build steps, <c>NAME:ADDRESS</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether base images are looked up again.</summary>
    public bool Pull { get; init; }

    /// <summary>Whether every step is run again.</summary>
    public bool NoCache { get; init; }
}
