namespace GitOpsTasks.Images.Policies;

/// <summary>Chooses one of an image's tags.</summary>
/// <param name="policy">Which is the newest.</param>
/// <param name="filter">Which tags the policy looks at; null for all.</param>
public sealed class TagSelector(TagPolicy policy, TagFilter? filter)
{
    /// <summary>
    /// Chooses. The outcome does not depend on the order of the tags: of those the policy finds equal, the last in the order
    /// of bytes is chosen.
    /// </summary>
    public TagChoice Choose(IEnumerable<string> tags)
    {
        var candidates = tags
            .Order(StringComparer.Ordinal)
            .Select(tag => (Tag: tag, Key: filter is null ? tag : filter.KeyOf(tag)))
            .Where(candidate => candidate.Key is not null)
            .Select(candidate => (candidate.Tag, Key: candidate.Key!))
            .ToList();
        var ordered = candidates.Where(candidate => policy.Orders(candidate.Key)).ToList();
        var choice = new TagChoice(null, candidates.Count, ordered.Count);
        if (policy.NeedsAll && ordered.Count < candidates.Count)
        {
            var (tag, key) = candidates.First(candidate => !policy.Orders(candidate.Key));
            return choice with { Unordered = tag, UnorderedKey = key };
        }

        return Last(ordered.Where(candidate => policy.Admits(candidate.Key))) is { } chosen
            ? choice with { Tag = chosen }
            : choice with { NearMiss = Last(ordered) };
    }

    private string? Last(IEnumerable<(string Tag, string Key)> candidates)
    {
        (string Tag, string Key)? last = null;
        foreach (var candidate in candidates)
        {
            if (last is null || policy.Compare(candidate.Key, last.Value.Key) >= 0)
                last = candidate;
        }

        return last?.Tag;
    }
}
