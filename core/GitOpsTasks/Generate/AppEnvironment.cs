namespace GitOpsTasks.Generate;

/// <summary>What differs in one environment.</summary>
public sealed record AppEnvironment
{
    /// <summary>How many pods; null for the spec's own.</summary>
    public int? Replicas { get; init; }

    /// <summary>Environment variables that are added or replaced, over those of <see cref="EnvFile"/>.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>A file of environment variables that are added or replaced.</summary>
    public EnvFileReference? EnvFile { get; init; }

    /// <summary>What a pod needs; null for the spec's own.</summary>
    public AppResources? Resources { get; init; }
}
