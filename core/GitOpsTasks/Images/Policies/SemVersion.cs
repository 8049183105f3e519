using System.Diagnostics.CodeAnalysis;

namespace GitOpsTasks.Images.Policies;

/// <summary>A semantic version. Two can be equal in order and differ in text: build metadata has no part in the order.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second; 0 where it is not written.</param>
/// <param name="Patch">The third; 0 where it is not written.</param>
/// <param name="Prerelease">Identifiers joined by dots, such as <c>rc.1</c>; empty for a release.</param>
/// <param name="Metadata">What stands after a plus; empty where nothing does.</param>
public sealed record SemVersion(ulong Major, ulong Minor, ulong Patch, string Prerelease = "", string Metadata = "")
    : IComparable<SemVersion>
{
    private const int LongestText = 256;

    /// <summary>Whether it comes before a release.</summary>
    public bool IsPrerelease => Prerelease.Length > 0;

    /// <summary>
    /// Reads a version as Masterminds' NewVersion does: a <c>v</c> before it, leading zeros, and a missing minor or patch
    /// number are fine.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SemVersion? version) =>
        TryRead(text, isStrict: false, out version);

    /// <summary>
    /// Reads a version as Flux reads tags: three numbers without leading zeros, a <c>v</c> before them allowed. A tag such as
    /// <c>1.2</c> moves with each release, and is none.
    /// </summary>
    public static bool TryParseTag(string text, [NotNullWhen(true)] out SemVersion? version) =>
        TryRead(text, isStrict: true, out version);

    /// <summary>Below 0 where this is older than the other, 0 where neither is older, by the rules of SemVer 2, section 11.</summary>
    public int CompareTo(SemVersion? other)
    {
        if (other is null)
            return 1;
        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (core != 0 || Prerelease == other.Prerelease)
            return core;
        return IsPrerelease && other.IsPrerelease
            ? PrereleaseOrder.Compare(Prerelease, other.Prerelease)
            : other.IsPrerelease.CompareTo(IsPrerelease);
    }

    /// <summary>The version without a <c>v</c>.</summary>
    public override string ToString() =>
        $"{Major}.{Minor}.{Patch}" + (IsPrerelease ? $"-{Prerelease}" : "") + (Metadata.Length > 0 ? $"+{Metadata}" : "");

    private static bool TryRead(string text, bool isStrict, [NotNullWhen(true)] out SemVersion? version)
    {
        version = null;
        if (text.Length > LongestText)
            return false;
        var rest = text.StartsWith('v') ? text[1..] : text;
        if (!TryCut(ref rest, '+', out var metadata) || !TryCut(ref rest, '-', out var prerelease) || !PrereleaseOrder.IsValid(prerelease))
            return false;
        var segments = rest.Split('.');
        if (segments.Length > 3 || (isStrict && segments.Length < 3))
            return false;
        var numbers = new ulong[3];
        for (var i = 0; i < segments.Length; i++)
        {
            if (!TryNumber(segments[i], isStrict, out numbers[i]))
                return false;
        }

        version = new SemVersion(numbers[0], numbers[1], numbers[2], prerelease, metadata);
        return true;
    }

    // Cuts off what follows a separator, which must be identifiers joined by dots.
    private static bool TryCut(ref string text, char separator, out string identifiers)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        identifiers = at < 0 ? "" : text[(at + 1)..];
        text = at < 0 ? text : text[..at];
        return at < 0 || Array.TrueForAll(
            identifiers.Split('.'), part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }

    private static bool TryNumber(string text, bool isStrict, out ulong number)
    {
        number = 0;
        return text.Length > 0 && text.All(char.IsAsciiDigit) && !(isStrict && text.Length > 1 && text[0] == '0')
            && ulong.TryParse(text, out number);
    }
}
