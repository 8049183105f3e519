namespace GitOpsTasks.Git;

/// <summary>How much comes along with the objects that are asked for.</summary>
internal enum FetchReach
{
    /// <summary>Nothing; with the tip of a branch its root folder.</summary>
    Itself,

    /// <summary>The folders right in a folder.</summary>
    Children,

    /// <summary>All trees below, no blobs.</summary>
    Trees,

    /// <summary>Everything below, but for large blobs.</summary>
    Everything,
}
