namespace GitOpsTasks.Generate.Spec;

/// <summary>How pods are spread over the cluster.</summary>
public sealed record AppSpread
{
    /// <summary>Whether they are.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The labels of nodes whose values pods are spread over.</summary>
    public IReadOnlyList<string> Over { get; init; } = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

    /// <summary>By how many pods two may differ.</summary>
    public int MaxSkew { get; init; } = 1;

    /// <summary>Whether pods wait rather than stand unevenly.</summary>
    public bool Strict { get; init; }
}
