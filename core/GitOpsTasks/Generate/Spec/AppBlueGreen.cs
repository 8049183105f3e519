namespace GitOpsTasks.Generate.Spec;

/// <summary>How Argo Rollouts changes from one version to the next at once.</summary>
public sealed record AppBlueGreen
{
    /// <summary>Whether it changes without somebody saying so.</summary>
    public bool AutoPromote { get; init; }

    /// <summary>How many pods the new version has before; null for as many as the old.</summary>
    public int? PreviewReplicas { get; init; }

    /// <summary>Seconds the old version stays; null for its own, 30.</summary>
    public int? ScaleDownDelay { get; init; }
}
