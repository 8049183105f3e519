namespace GitOpsTasks.Images.Policies;

/// <summary>Which of an image's tags is the newest, as Flux's ImagePolicy tells it.</summary>
public abstract class TagPolicy
{
    /// <summary>
    /// Whether one key that cannot be ordered makes a choice impossible; otherwise such keys are passed over.
    /// </summary>
    public virtual bool NeedsAll => false;

    /// <summary>Reads <c>semver:RANGE</c>, <c>alphabetical[:asc|desc]</c> or <c>numerical[:asc|desc]</c>.</summary>
    /// <exception cref="FormatException">It is none of these; the message says what is wrong.</exception>
    public static TagPolicy Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, argument) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..].Trim());
        return kind.Trim().ToLowerInvariant() switch
        {
            "semver" => new SemverPolicy(VersionRange.Parse(argument ?? "")),
            "alphabetical" => new AlphabeticalPolicy(IsDescending(argument)),
            "numerical" => new NumericalPolicy(IsDescending(argument)),
            _ => throw new FormatException($"there is no policy '{kind}'"),
        };
    }

    /// <summary>Whether a key has a place in the order.</summary>
    public abstract bool Orders(string key);

    /// <summary>Whether a key that has a place in the order may be chosen.</summary>
    public virtual bool Admits(string key) => true;

    /// <summary>Above 0 where the left key is chosen over the right one; both have a place in the order.</summary>
    public abstract int Compare(string left, string right);

    private static bool IsDescending(string? order) => order?.ToLowerInvariant() switch
    {
        null or "asc" => false,
        "desc" => true,
        _ => throw new FormatException($"'{order}' is neither asc nor desc"),
    };
}
