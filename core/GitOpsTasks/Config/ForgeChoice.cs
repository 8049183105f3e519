namespace GitOpsTasks.Config;

/// <summary>Where pull requests are opened.</summary>
public enum ForgeChoice
{
    /// <summary>Where the repository's address says: GitHub for its hosts, local for a path.</summary>
    Auto,

    /// <summary>GitHub, or a GitHub Enterprise server, over its REST API.</summary>
    GitHub,

    /// <summary>In the repository itself, without any server.</summary>
    Local,
}
