namespace GitOpsTasks.Generate.Agents;

/// <summary>When an agent applies what it finds.</summary>
public enum AgentSync
{
    /// <summary>At once, but for production, where a person says when.</summary>
    ByEnvironment,

    /// <summary>At once.</summary>
    Automatic,

    /// <summary>When a person says so.</summary>
    Manual,
}
