namespace GitOpsTasks.Images.Policies;

/// <summary>
/// Which versions are wanted, in the grammar of Masterminds/semver that Flux and Helm take: terms joined by commas or
/// spaces must all hold, one of the groups joined by <c>||</c> has to.
/// </summary>
public sealed class VersionRange
{
    private const int LongestText = 512;
    private readonly IReadOnlyList<IReadOnlyList<VersionConstraint>> _groups;

    private VersionRange(IReadOnlyList<IReadOnlyList<VersionConstraint>> groups) => _groups = groups;

    /// <summary>Reads a range such as <c>&gt;=1.2 &lt;2 || 3.x</c> or <c>1.2 - 1.4.5</c>.</summary>
    /// <exception cref="FormatException">It is not one; the message says where it goes wrong.</exception>
    public static VersionRange Parse(string text)
    {
        if (text.Length > LongestText)
            throw new FormatException($"it is longer than {LongestText} characters");
        return new VersionRange([.. text.Split("||").Select(group => new ConstraintScanner(group).Read())]);
    }

    /// <summary>
    /// Whether a version is in the range. A prerelease is only where a term of the same group has one, such as
    /// <c>&gt;=1.2.0-0</c>.
    /// </summary>
    public bool Admits(SemVersion version) => _groups.Any(group =>
        (!version.IsPrerelease || group.Any(term => term.Version.IsPrerelease)) && group.All(term => term.Admits(version)));
}
