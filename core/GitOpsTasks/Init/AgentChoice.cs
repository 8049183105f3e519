namespace GitOpsTasks.Init;

/// <summary>The agent that applies what is proposed.</summary>
public enum AgentChoice
{
    /// <summary>The one whose objects are in the repository; none where there are none.</summary>
    Auto,

    /// <summary>Argo CD.</summary>
    ArgoCd,

    /// <summary>Flux.</summary>
    Flux,

    /// <summary>None is told of the applications.</summary>
    None,
}
