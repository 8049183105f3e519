namespace GitOpsTasks.Lint.Gitops.Builds;

/// <summary>What a kustomization comes to, as far as it can be told without kustomize.</summary>
/// <param name="Resources">The resources that are known.</param>
internal sealed record BuildResult(IReadOnlyList<BuiltResource> Resources)
{
    /// <summary>Nothing that is known: the kustomization cannot be followed.</summary>
    public static BuildResult Unknown { get; } = new([]) { IsOpen = true };

    /// <summary>Whether there may be other resources, or the names of these may be others: addresses, charts, transformers.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether labels or annotations are not as the manifests have them.</summary>
    public bool ChangesLabels { get; init; }

    /// <summary>Whether images may stand elsewhere than in containers.</summary>
    public bool HasConfigurations { get; init; }
}
