using System.Globalization;
using GitOpsTasks.Images.Policies;

namespace GitOpsTasks.Build.Names;

/// <summary>A semantic version; a tag of an image does not hold its build metadata.</summary>
internal sealed record SemverName : NamedVersion
{
    private readonly SemVersion _version;

    private SemverName(string raw, SemVersion version)
        : base(raw) => _version = version;

    /// <inheritdoc />
    public override string Version => $"{Major}.{Minor}.{Patch}" + (IsFinal ? "" : $"-{_version.Prerelease}");

    /// <inheritdoc />
    public override string Major => _version.Major.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string Minor => _version.Minor.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string Patch => _version.Patch.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override bool IsFinal => !_version.IsPrerelease;

    /// <summary>Reads a text such as <c>v1.2.3-rc.1</c>; null where it is none, as <c>1.2</c>.</summary>
    public static SemverName? TryParse(string text) =>
        SemVersion.TryParseTag(text, out var version) ? new SemverName(text, version) : null;

    /// <inheritdoc />
    public override int CompareTo(NamedVersion? other) => other is SemverName semver ? _version.CompareTo(semver._version) : 0;
}
