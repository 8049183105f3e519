using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.MSBuild;

/// <summary>Which of the tags of an image says most of it.</summary>
internal static class PublishedTag
{
    /// <summary>The highest full version (<c>1.2.3</c>, <c>v1.2.3</c>); else the first that is not <c>latest</c>; else <c>latest</c>.</summary>
    /// <param name="tags">At least one.</param>
    public static string Choose(IReadOnlyList<string> tags)
    {
        string? best = null;
        SemVersion? highest = null;
        foreach (var tag in tags)
        {
            if (SemVersion.TryParseTag(tag, out var version) && (highest is null || version.CompareTo(highest) > 0))
                (best, highest) = (tag, version);
        }

        return best ?? tags.FirstOrDefault(tag => tag != "latest") ?? tags[0];
    }
}
