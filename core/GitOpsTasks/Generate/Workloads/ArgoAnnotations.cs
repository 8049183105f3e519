namespace GitOpsTasks.Generate.Workloads;

/// <summary>Annotations that Argo CD and Flux read.</summary>
internal static class ArgoAnnotations
{
    /// <summary>The wave of a sync that an object is in.</summary>
    public const string SyncWave = "argocd.argoproj.io/sync-wave";

    /// <summary>When a hook runs.</summary>
    public const string Hook = "argocd.argoproj.io/hook";

    /// <summary>What becomes of a hook's object.</summary>
    public const string HookDeletePolicy = "argocd.argoproj.io/hook-delete-policy";

    /// <summary>Jobs cannot be changed: both agents make them anew.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Recreated { get; } =
    [
        new("argocd.argoproj.io/sync-options", "Replace=true,Force=true"),
        new("kustomize.toolkit.fluxcd.io/force", "enabled"),
    ];
}
