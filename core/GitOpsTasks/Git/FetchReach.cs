namespace GitOpsTasks.Git;

/// <summary>How much comes along with the objects that are asked for.</summary>
internal enum FetchReach
{
    /// <summary>Nothing: of a commit its root tree, of a tree the tree itself.</summary>
    Itself,

    /// <summary>All trees below, no blobs.</summary>
    Trees,

    /// <summary>Everything below, but for large blobs.</summary>
    Everything,
}
