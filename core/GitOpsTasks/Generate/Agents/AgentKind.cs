namespace GitOpsTasks.Generate.Agents;

/// <summary>What in a cluster pulls the manifests and applies them.</summary>
public enum AgentKind
{
    /// <summary>Nothing that is generated.</summary>
    None,

    /// <summary>Argo CD.</summary>
    ArgoCd,

    /// <summary>Flux.</summary>
    Flux,
}
