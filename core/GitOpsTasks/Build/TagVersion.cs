using System.Text.RegularExpressions;

namespace GitOpsTasks.Build;

/// <summary>A semantic version as a git tag spells it, for the patterns of semver rules.</summary>
internal sealed partial record TagVersion(string Raw, string Major, string Minor, string Patch, string? Prerelease)
{
    /// <summary>The version without a leading v and without build metadata.</summary>
    public string Version => $"{Major}.{Minor}.{Patch}" + (Prerelease is null ? "" : $"-{Prerelease}");

    /// <summary>Reads a git tag such as <c>v1.2.3-rc.1</c>; null where it is not a version.</summary>
    public static TagVersion? TryParse(string tag)
    {
        var match = Grammar().Match(tag);
        if (!match.Success)
            return null;
        var prerelease = match.Groups["pre"] is { Success: true } group ? group.Value : null;
        return new TagVersion(
            tag, match.Groups["major"].Value, match.Groups["minor"].Value, match.Groups["patch"].Value, prerelease);
    }

    /// <summary>Fills in a pattern. A prerelease is always given whole: 2.0 is not to name 2.0.0-rc.1.</summary>
    public string Fill(string pattern)
    {
        if (Prerelease is not null && pattern != "{{raw}}")
            return Version;
        return pattern
            .Replace("{{raw}}", Raw, StringComparison.Ordinal)
            .Replace("{{version}}", Version, StringComparison.Ordinal)
            .Replace("{{major}}", Major, StringComparison.Ordinal)
            .Replace("{{minor}}", Minor, StringComparison.Ordinal)
            .Replace("{{patch}}", Patch, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"\Av?(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)(-(?<pre>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?(\+[0-9A-Za-z.-]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
