namespace GitOpsTasks.Generate.Spec;

/// <summary>How manifests are laid out in folders.</summary>
public enum OutputLayout
{
    /// <summary>A kustomize base, and an overlay for each environment with what differs there.</summary>
    Kustomize,

    /// <summary>The whole manifests of each environment in a folder of its own.</summary>
    Flat,
}
