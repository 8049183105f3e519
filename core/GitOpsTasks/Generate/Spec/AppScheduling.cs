namespace GitOpsTasks.Generate.Spec;

/// <summary>Where pods run, and how they come and go.</summary>
public sealed record AppScheduling
{
    /// <summary>Labels that nodes have to have.</summary>
    public IReadOnlyDictionary<string, string> NodeSelector { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Taints of nodes that are no obstacle.</summary>
    public IReadOnlyList<AppToleration> Tolerations { get; init; } = [];

    /// <summary>The PriorityClass; null for the cluster's default.</summary>
    public string? PriorityClass { get; init; }

    /// <summary>Secrets for pulling the image.</summary>
    public IReadOnlyList<string> PullSecrets { get; init; } = [];

    /// <summary>Always, IfNotPresent or Never; null for the cluster's own.</summary>
    public string? PullPolicy { get; init; }

    /// <summary>Seconds a pod has to end; null for the cluster's own, 30.</summary>
    public int? GracePeriod { get; init; }

    /// <summary>Seconds a pod goes on after it was taken off the Service; null for none.</summary>
    public int? PreStopSleep { get; init; }
}
