using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Editing;

/// <summary>The way of one or several applications from one environment to another, by one pull request or push.</summary>
/// <param name="Name">The application's name, or the group's.</param>
/// <param name="Apps">The applications, in the order of the configuration.</param>
/// <param name="From">The environment versions come from.</param>
/// <param name="To">The environment they go to.</param>
internal sealed record PromotionRoute(string Name, IReadOnlyList<PromotedApp> Apps, string From, string To)
{
    /// <summary>What the branches of promotions begin with.</summary>
    public const string PromotionPrefix = PromotionBranches.Promotion;

    /// <summary>What the branches of rollbacks begin with.</summary>
    public const string RollbackPrefix = PromotionBranches.Rollback;

    /// <summary>Whether it is of several applications, or may be.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The branch of its pull request: the same for all versions.</summary>
    public string Branch => IsRollback
        ? $"{RollbackPrefix}{BranchPart.Of(Name)}-in-{BranchPart.Of(To)}"
        : $"{PromotionPrefix}{BranchPart.Of(Name)}-to-{BranchPart.Of(To)}";

    /// <summary>An earlier commit that versions are taken from; null for the tip.</summary>
    public IConfigTree? Source { get; init; }

    /// <summary>Whether it goes back to what the target had before.</summary>
    public bool IsRollback { get; init; }

    /// <summary>The newest version that is promoted, or the one gone back to; null for whatever is there.</summary>
    public string? Version { get; init; }
}
