namespace GitOpsTasks.Config;

/// <summary>How a version gets to an environment.</summary>
public enum PromotionWay
{
    /// <summary>A commit on the branch.</summary>
    Push,

    /// <summary>A pull request that somebody merges.</summary>
    PullRequest,
}
