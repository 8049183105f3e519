namespace GitOpsTasks.Config;

/// <summary>Where pull requests are opened.</summary>
public enum ForgeChoice
{
    /// <summary>Where the repository's address says: GitHub or Azure for their hosts, local for a path.</summary>
    Auto,

    /// <summary>GitHub, or a GitHub Enterprise server, over its REST API.</summary>
    GitHub,

    /// <summary>Azure Repos, in Azure DevOps Services or on a server, over its REST API.</summary>
    Azure,

    /// <summary>In the repository itself, without any server.</summary>
    Local,
}
