namespace GitOpsTasks.Git;

/// <summary>The filters of partial clones (git rev-list, <c>--filter</c>).</summary>
internal static class FetchFilter
{
    /// <summary>The filter that lets a reach through. Objects that are named themselves pass every filter.</summary>
    public static string Of(FetchReach reach) => reach switch
    {
        FetchReach.Itself => "tree:1",
        FetchReach.Trees => "blob:none",
        _ => "blob:limit=1m",
    };
}
