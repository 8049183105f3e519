namespace GitOpsTasks.Generate.Spec;

/// <summary>The Service in front of the pods; there is one where there is a port.</summary>
public sealed record AppService
{
    /// <summary>Whether there is one.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>ClusterIP, NodePort or LoadBalancer; null leaves it to the cluster, which takes ClusterIP.</summary>
    public string? Type { get; init; }

    /// <summary>Annotations, such as those a load balancer reads.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new OrderedDictionary<string, string>();
}
