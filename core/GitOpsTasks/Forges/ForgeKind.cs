namespace GitOpsTasks.Forges;

/// <summary>The kinds of forge there are.</summary>
public enum ForgeKind
{
    /// <summary>GitHub, GitHub Enterprise Server or GHE.com, over its REST API.</summary>
    GitHub,

    /// <summary>Pull requests kept in the repository itself.</summary>
    Local,
}
