namespace GitOpsTasks.Generate.Agents;

/// <summary>How Argo CD is told of the environments.</summary>
public enum AgentStyle
{
    /// <summary>An Application for each.</summary>
    Applications,

    /// <summary>One ApplicationSet that makes them.</summary>
    ApplicationSet,

    /// <summary>One Application over a folder with the others.</summary>
    AppOfApps,
}
