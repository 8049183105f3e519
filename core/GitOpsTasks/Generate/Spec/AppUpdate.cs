namespace GitOpsTasks.Generate.Spec;

/// <summary>How pods are replaced by those of a new version.</summary>
public sealed record AppUpdate
{
    /// <summary>RollingUpdate, Recreate or OnDelete; null for what the workload does of itself.</summary>
    public string? Type { get; init; }

    /// <summary>How many pods there may be too many meanwhile, a number or percentage; null for the cluster's own.</summary>
    public string? MaxSurge { get; init; }

    /// <summary>How many pods may be missing meanwhile, a number or percentage; null for the cluster's own.</summary>
    public string? MaxUnavailable { get; init; }

    /// <summary>Seconds a pod has to be ready before it counts; null for none.</summary>
    public int? MinReady { get; init; }

    /// <summary>How many old versions are kept to go back to; null for the cluster's own, 10.</summary>
    public int? History { get; init; }
}
