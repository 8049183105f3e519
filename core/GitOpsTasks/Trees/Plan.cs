using GitOpsTasks.Images;

namespace GitOpsTasks.Trees;

/// <summary>
/// Facts from outside the tree, resolved once before an edit first runs and frozen: an edit that is run again on a newer
/// tip sees the same plan.
/// </summary>
public sealed record Plan
{
    /// <summary>What images are to become, with the tags and digests that were looked up for them.</summary>
    public IReadOnlyList<ImageUpdate> Images { get; init; } = [];

    /// <summary>What the scalars of image policies are to become.</summary>
    public IReadOnlyList<SetterUpdate> Setters { get; init; } = [];

    /// <summary>All of them as updates of images.</summary>
    public IEnumerable<ImageUpdate> AllUpdates => Images.Concat(Setters.Select(setter => setter.ToUpdate()));

    /// <summary>When the plan was made; stamps commits.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}
