namespace GitOpsTasks.Git;

/// <summary>The filters of partial clones (git rev-list, <c>--filter</c>). They count levels from a commit; objects named themselves pass.</summary>
internal static class FetchFilter
{
    /// <summary>The filter for objects that are named by their ids.</summary>
    public static string Of(FetchReach reach) => reach switch
    {
        FetchReach.Itself => "tree:0",
        FetchReach.Children => "tree:1",
        FetchReach.Trees => "blob:none",
        _ => "blob:limit=1m",
    };

    /// <summary>The filter for the tip of a branch.</summary>
    public static string OfTip(FetchReach reach) => reach <= FetchReach.Children ? "tree:1" : Of(reach);
}
