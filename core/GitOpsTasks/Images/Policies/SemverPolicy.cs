namespace GitOpsTasks.Images.Policies;

/// <summary>The newest semantic version in a range. Keys that are none, also short ones such as <c>1.2</c>, are passed over.</summary>
public sealed class SemverPolicy(VersionRange range) : TagPolicy
{
    /// <inheritdoc />
    public override bool Orders(string key) => SemVersion.TryParseTag(key, out _);

    /// <inheritdoc />
    public override bool Admits(string key) => SemVersion.TryParseTag(key, out var version) && range.Admits(version);

    /// <inheritdoc />
    public override int Compare(string left, string right) =>
        SemVersion.TryParseTag(left, out var one) && SemVersion.TryParseTag(right, out var other) ? one.CompareTo(other) : 0;
}
