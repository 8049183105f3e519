namespace GitOpsTasks.Forges;

/// <summary>Where a pull request is in its life.</summary>
public enum PullRequestState
{
    /// <summary>Waiting to be merged; a draft is open too.</summary>
    Open,

    /// <summary>Closed without being merged.</summary>
    Closed,

    /// <summary>Merged into its base.</summary>
    Merged,
}
