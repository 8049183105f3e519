namespace GitOpsTasks.Promotions;

/// <summary>How the branches of promotions are named.</summary>
internal static class PromotionBranches
{
    /// <summary>What all of them begin with.</summary>
    public const string Any = "gitops/";

    /// <summary>What those of promotions begin with.</summary>
    public const string Promotion = Any + "promote/";

    /// <summary>What those of rollbacks begin with.</summary>
    public const string Rollback = Any + "rollback/";
}
