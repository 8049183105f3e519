using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Images.Policies;

/// <summary>A tag that begins like a version: two or three numbers, or one after a <c>v</c>, and perhaps a suffix.</summary>
/// <param name="Core">The numbers, missing ones as 0.</param>
/// <param name="Suffix">What stands after the first hyphen; empty where nothing does.</param>
internal sealed partial record DottedVersion((ulong Major, ulong Minor, ulong Patch) Core, string Suffix)
{
    /// <summary>Reads a tag.</summary>
    public static bool TryParse(string tag, [NotNullWhen(true)] out DottedVersion? version)
    {
        version = null;
        var match = Grammar().Match(tag);
        if (!match.Success || !TryNumber(match, "major", out var major) || !TryNumber(match, "minor", out var minor) || !TryNumber(match, "patch", out var patch))
            return false;
        version = new DottedVersion((major, minor, patch), match.Groups["suffix"].Value);
        return true;
    }

    /// <summary>Compares the numbers.</summary>
    public int CompareCore(DottedVersion other) => Core.CompareTo(other.Core);

    private static bool TryNumber(Match match, string group, out ulong number)
    {
        number = 0;
        return !match.Groups[group].Success || ulong.TryParse(match.Groups[group].ValueSpan, out number);
    }

    [GeneratedRegex(
        @"\A(v(?<major>[0-9]{1,6})|v?(?<major>[0-9]+)\.(?<minor>[0-9]+)(\.(?<patch>[0-9]+))?)(-(?<suffix>.+))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grammar();
}
