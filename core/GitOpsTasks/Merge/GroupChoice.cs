using GitOpsTasks.Images;

namespace GitOpsTasks.Merge;

/// <summary>What a merge makes of one group of fields: their values by key. Values decide, not how they are quoted.</summary>
/// <param name="Values">The values; none where the group goes. Null where both sides changed it in different ways.</param>
internal sealed record GroupChoice(IReadOnlyDictionary<string, string>? Values)
{
    /// <summary>Whether a person has to choose.</summary>
    public bool IsConflict => Values is null;

    /// <summary>The rule of three-way merging, for the group as a whole: a tag of one side never meets a digest of the other.</summary>
    public static GroupChoice Of(
        IReadOnlyDictionary<string, ImageField> @base, IReadOnlyDictionary<string, ImageField> ours, IReadOnlyDictionary<string, ImageField> theirs, string group)
    {
        var (o, a, b) = (ValuesOf(@base), ValuesOf(ours), ValuesOf(theirs));
        if (Same(o, a) || Same(a, b))
            return new GroupChoice(b);
        if (Same(o, b))
            return new GroupChoice(a);
        return new GroupChoice(MergeReferences(o, a, b, group));
    }

    /// <summary>Whether values are the same.</summary>
    public static bool Same(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <summary>The values of fields.</summary>
    public static Dictionary<string, string> ValuesOf(IReadOnlyDictionary<string, ImageField> fields) =>
        fields.ToDictionary(pair => pair.Key, pair => pair.Value.Node.Value, StringComparer.Ordinal);

    // One side moves the image to another registry, the other bumps it. Only where the place has a name: one that goes by its
    // position could be of another container.
    private static Dictionary<string, string>? MergeReferences(
        Dictionary<string, string> o, Dictionary<string, string> a, Dictionary<string, string> b, string group)
    {
        if (o.Count != 1 || o.Keys.Single() is not { } key || !ImageKeys.IsReference(key) || group.Contains(" of ", StringComparison.Ordinal)
            || !a.TryGetValue(key, out var ours) || !b.TryGetValue(key, out var theirs)
            || !ImageReference.TryParse(o[key], out var before) || !ImageReference.TryParse(ours, out var left) || !ImageReference.TryParse(theirs, out var right))
            return null;
        var leftMoves = left.Name != before.Name && left with { Name = before.Name } == before;
        var rightMoves = right.Name != before.Name && right with { Name = before.Name } == before;
        if (leftMoves && right.Name == before.Name)
            return new() { [key] = (right with { Name = left.Name }).ToString() };
        return rightMoves && left.Name == before.Name ? new() { [key] = (left with { Name = right.Name }).ToString() } : null;
    }
}
