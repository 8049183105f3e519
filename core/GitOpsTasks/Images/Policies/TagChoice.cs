namespace GitOpsTasks.Images.Policies;

/// <summary>What came of choosing a tag.</summary>
/// <param name="Tag">The tag that was chosen; null where none could be.</param>
/// <param name="Matching">How many tags the filter let through.</param>
/// <param name="Ordered">How many of these the policy can order.</param>
public sealed record TagChoice(string? Tag, int Matching, int Ordered)
{
    /// <summary>The newest tag the policy could order but does not admit; null where a tag was chosen or there is none.</summary>
    public string? NearMiss { get; init; }

    /// <summary>The first tag that made the choice impossible, for the policy cannot order it.</summary>
    public string? Unordered { get; init; }

    /// <summary>What the policy read in <see cref="Unordered"/>.</summary>
    public string? UnorderedKey { get; init; }
}
