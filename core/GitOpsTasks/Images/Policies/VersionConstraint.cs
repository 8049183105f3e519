namespace GitOpsTasks.Images.Policies;

/// <summary>
/// One term of a <see cref="VersionRange"/>, such as <c>&gt;=1.2</c>. The rules are those of Masterminds/semver 3.4, also
/// where they surprise: <c>~0.0.0</c> admits everything. Only <c>^*</c> admits what its documentation says (everything),
/// not what its code does.
/// </summary>
/// <param name="Operator">How versions are held against it.</param>
/// <param name="Version">The version written, with zeros for numbers that are not.</param>
/// <param name="Numbers">How many numbers are written before a wildcard or the end: 0 to 3.</param>
public sealed record VersionConstraint(ConstraintOperator Operator, SemVersion Version, int Numbers)
{
    /// <summary>Whether a version is admitted, prereleases as any other.</summary>
    public bool Admits(SemVersion version) => Operator switch
    {
        ConstraintOperator.Equal => Numbers == 3 ? version.CompareTo(Version) == 0 : IsNear(version),
        ConstraintOperator.NotEqual => IsOther(version),
        ConstraintOperator.Greater => IsBeyond(version),
        ConstraintOperator.Less => version.CompareTo(Version) < 0,
        ConstraintOperator.GreaterOrEqual => version.CompareTo(Version) >= 0,
        ConstraintOperator.LessOrEqual => Numbers == 3 ? version.CompareTo(Version) <= 0 : CompareNumbers(version, Math.Max(Numbers, 1)) <= 0 && IsLowWhereAny(version),
        ConstraintOperator.Tilde => IsNear(version),
        _ => IsCompatible(version),
    };

    private bool IsZero => Version is { Major: 0, Minor: 0, Patch: 0 };

    private bool IsNear(SemVersion version) =>
        version.CompareTo(Version) >= 0
        && ((IsZero && Numbers is 0 or 3) || CompareNumbers(version, Math.Clamp(Numbers, 1, 2)) == 0);

    private bool IsOther(SemVersion version) => Numbers switch
    {
        1 => CompareNumbers(version, 1) != 0,
        2 => CompareNumbers(version, 2) != 0 || version.Prerelease != Version.Prerelease,
        _ => version.CompareTo(Version) != 0,
    };

    private bool IsBeyond(SemVersion version) =>
        Numbers is 1 or 2 ? CompareNumbers(version, Numbers) > 0 : version.CompareTo(Version) > 0;

    // '<=*' is read as '<=0.0.x'.
    private bool IsLowWhereAny(SemVersion version) => Numbers > 0 || version.Minor == 0;

    private bool IsCompatible(SemVersion version)
    {
        if (version.CompareTo(Version) < 0)
            return false;
        var kept = Numbers <= 1 || Version.Major > 0 ? Math.Min(Numbers, 1)
            : Numbers == 2 || Version.Minor > 0 ? 2
            : 3;
        return CompareNumbers(version, kept) == 0;
    }

    // Compares no more than the first numbers.
    private int CompareNumbers(SemVersion version, int count)
    {
        var (minor, patch) = (count > 1, count > 2);
        return (count > 0 ? version.Major : 0, minor ? version.Minor : 0, patch ? version.Patch : 0)
            .CompareTo((count > 0 ? Version.Major : 0, minor ? Version.Minor : 0, patch ? Version.Patch : 0));
    }
}
