namespace GitOpsTasks.Images.Policies;

/// <summary>
/// Which of two tags of an image is the newer one, as far as that can be told: by the policy in force where it orders both,
/// otherwise by <see cref="NaturalTagOrder"/>.
/// </summary>
public sealed class TagOrder
{
    private readonly TagPolicy? _policy;
    private readonly TagFilter? _filter;

    private TagOrder(TagPolicy? policy, TagFilter? filter) => (_policy, _filter) = (policy, filter);

    /// <summary>The order without a policy.</summary>
    public static TagOrder Natural { get; } = new(null, null);

    /// <summary>The order with a policy in force.</summary>
    public static TagOrder By(TagPolicy policy, TagFilter? filter) => new(policy, filter);

    /// <summary>Whether one tag is known to be newer than another.</summary>
    public bool IsNewer(string tag, string than) => Compare(tag, than) > 0;

    /// <summary>Above 0 where the left tag is newer; null where it cannot be told.</summary>
    public int? Compare(string left, string right)
    {
        if (_policy is not null && KeyOf(left) is { } one && KeyOf(right) is { } other && _policy.Orders(one) && _policy.Orders(other))
            return Math.Sign(_policy.Compare(one, other));
        return NaturalTagOrder.Compare(left, right);
    }

    private string? KeyOf(string tag) => _filter is null ? tag : _filter.KeyOf(tag);
}
