namespace GitOpsTasks.Generate.Spec;

/// <summary>How Argo Rollouts brings out a version step by step.</summary>
public sealed record AppCanary
{
    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<CanaryStep> Steps { get; init; } = [new(20, "5m"), new(50, "5m")];

    /// <summary>Whether the Ingress, of nginx, divides requests; otherwise the number of pods does.</summary>
    public bool Nginx { get; init; }
}
