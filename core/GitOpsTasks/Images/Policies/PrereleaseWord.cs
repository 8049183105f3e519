namespace GitOpsTasks.Images.Policies;

/// <summary>The word that a suffix begins with, where it is one of those that stand for something before the release.</summary>
/// <param name="Rank">Its place among the stages before a release; null for words that have none, such as <c>dev</c>.</param>
internal sealed record PrereleaseWord(int? Rank)
{
    private static readonly Dictionary<string, int?> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["alpha"] = 1, ["a"] = 1, ["beta"] = 2, ["b"] = 2, ["rc"] = 3, ["cr"] = 3,
        ["pre"] = null, ["preview"] = null, ["prerelease"] = null, ["dev"] = null, ["snapshot"] = null, ["nightly"] = null,
        ["canary"] = null, ["next"] = null, ["milestone"] = null, ["m"] = null, ["ea"] = null, ["unstable"] = null,
    };

    /// <summary>The word of a suffix; null where it begins with another, or with none.</summary>
    public static PrereleaseWord? Of(string suffix)
    {
        var word = new string([.. suffix.TakeWhile(char.IsAsciiLetter)]);
        return s_words.TryGetValue(word, out var rank) ? new PrereleaseWord(rank) : null;
    }
}
