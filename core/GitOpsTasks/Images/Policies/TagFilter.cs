namespace GitOpsTasks.Images.Policies;

/// <summary>Which tags a policy looks at, and what it reads in them: <c>filterTags</c> of Flux's ImagePolicy.</summary>
/// <param name="pattern">Tags it does not match are passed over. It may match anywhere in the tag.</param>
/// <param name="extract">What the policy reads, made from the groups of the pattern; null or empty for the whole tag.</param>
public sealed class TagFilter(Re2Pattern pattern, string? extract)
{
    /// <summary>What the policy reads in a tag; null where the tag is passed over.</summary>
    public string? KeyOf(string tag) =>
        pattern.Match(tag) is not { } match ? null
        : string.IsNullOrEmpty(extract) ? tag
        : match.Expand(extract);
}
