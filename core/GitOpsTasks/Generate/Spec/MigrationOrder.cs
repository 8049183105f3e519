namespace GitOpsTasks.Generate.Spec;

/// <summary>What makes the application wait for its migration.</summary>
public enum MigrationOrder
{
    /// <summary>A hook of Argo CD before anything else of a sync.</summary>
    PreSync,

    /// <summary>A hook of Argo CD during a sync, a wave before the application and after its secrets.</summary>
    Sync,

    /// <summary>A Kustomization of Flux that the application's depends on, over a folder of its own.</summary>
    DependsOn,
}
