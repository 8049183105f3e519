using GitOpsTasks.Images;

namespace GitOpsTasks.Generate;

/// <summary>An application as its spec describes it (<c>kind: App</c>).</summary>
public sealed record AppSpec
{
    /// <summary>The <c>kind</c> of a spec.</summary>
    public const string Kind = "App";

    /// <summary>Name of the application and of its objects: a DNS label that begins with a letter.</summary>
    public required string Name { get; init; }

    /// <summary>The image; its tag or digest is the first version of overlays that do not exist yet.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>The ports it listens on; the first is the one probed.</summary>
    public IReadOnlyList<AppPort> Ports { get; init; } = [];

    /// <summary>The program; null for the image's own entrypoint.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Arguments; empty for the image's own.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>How many pods; null leaves it out, as an autoscaler wants it.</summary>
    public int? Replicas { get; init; }

    /// <summary>Environment variables, over those of <see cref="EnvFile"/>.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>A file of environment variables.</summary>
    public EnvFileReference? EnvFile { get; init; }

    /// <summary>What a pod needs.</summary>
    public AppResources Resources { get; init; } = AppResources.Default;

    /// <summary>How the cluster finds out whether a pod is well.</summary>
    public AppProbes Probes { get; init; } = new();

    /// <summary>Departures from the restricted defaults.</summary>
    public AppSecurity Security { get; init; } = new();

    /// <summary>What differs in an environment, by its name, in the order written.</summary>
    public IReadOnlyDictionary<string, AppEnvironment> Environments { get; init; } = new OrderedDictionary<string, AppEnvironment>();
}
