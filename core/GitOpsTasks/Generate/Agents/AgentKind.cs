namespace GitOpsTasks.Generate.Agents;

/// <summary>What in a cluster pulls the manifests and applies them.</summary>
public enum AgentKind
{
    /// <summary>Nothing is said: the objects that are there stay as they are.</summary>
    Unchanged,

    /// <summary>Nothing that is generated: objects that were go.</summary>
    None,

    /// <summary>Argo CD.</summary>
    ArgoCd,

    /// <summary>Flux.</summary>
    Flux,
}
