namespace GitOpsTasks.Generate.Agents;

/// <summary>What an agent is told of an application, beside where its manifests are.</summary>
public sealed record AppAgent
{
    /// <summary>The address of the repository that it pulls; <c>oci://</c> for a registry. Null where nothing is said.</summary>
    public string? Repository { get; init; }

    /// <summary>The branch, tag or commit that it pulls.</summary>
    public string Revision { get; init; } = "main";

    /// <summary>A Secret of Flux with credentials of the repository; null for none.</summary>
    public string? Secret { get; init; }

    /// <summary>The namespace that the agent's own objects are in; null for its usual one.</summary>
    public string? Namespace { get; init; }

    /// <summary>The project of Argo CD; null for one of the application's own.</summary>
    public string? Project { get; init; }

    /// <summary>The address of the cluster as Argo CD knows it.</summary>
    public string Server { get; init; } = "https://kubernetes.default.svc";

    /// <summary>How Argo CD is told of the environments.</summary>
    public AgentStyle Style { get; init; }

    /// <summary>When it applies what it finds.</summary>
    public AgentSync Sync { get; init; }

    /// <summary>Whether it removes what is gone from the repository.</summary>
    public bool Prune { get; init; } = true;

    /// <summary>How often Argo CD tries again.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Options of Argo CD.</summary>
    public IReadOnlyList<string> SyncOptions { get; init; } = [];

    /// <summary>Fields that Argo CD does not compare.</summary>
    public IReadOnlyList<AgentIgnore> Ignore { get; init; } = [];

    /// <summary>Times in which Argo CD may apply, or may not.</summary>
    public IReadOnlyList<AgentWindow> Windows { get; init; } = [];

    /// <summary>How often Flux looks.</summary>
    public string Interval { get; init; } = "10m";

    /// <summary>How long Flux waits for the application to be well.</summary>
    public string Timeout { get; init; } = "5m";

    /// <summary>Kustomizations of Flux that have to be ready before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Values that Flux puts in for variables.</summary>
    public IReadOnlyDictionary<string, string> Substitute { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>ConfigMaps that Flux takes more of them from.</summary>
    public IReadOnlyList<string> SubstituteFrom { get; init; } = [];

    /// <summary>How Flux takes new versions of the image; null for not at all.</summary>
    public AgentImages? Images { get; init; }

    /// <summary>Whom Flux tells of what happens; null for nobody.</summary>
    public AgentNotice? Notify { get; init; }

    /// <summary>Charts that Flux installs beside the application, by name.</summary>
    public IReadOnlyDictionary<string, AgentRelease> Releases { get; init; } = new OrderedDictionary<string, AgentRelease>();
}
