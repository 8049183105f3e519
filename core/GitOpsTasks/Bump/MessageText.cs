using System.Text.RegularExpressions;

namespace GitOpsTasks.Bump;

/// <summary>Texts from files, registries and CI variables on their way into a commit message.</summary>
internal static partial class MessageText
{
    private const int Longest = 300;

    /// <summary>
    /// The text on one line, cut where it is very long: nothing in it begins a line of its own, such as a trailer, or tells a CI
    /// system to skip the commit.
    /// </summary>
    public static string Of(string? text)
    {
        var line = Unprintable().Replace(text ?? "", " ").Trim();
        if (line.Length > Longest)
            line = line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "...";
        return Marker().Replace(line, match => match.Value.Replace('[', '(').Replace(']', ')').Replace('*', '-'));
    }

    // Control characters, line and paragraph separators, directional marks and the like.
    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unprintable();

    // [skip ci], [ci skip], [no ci], [skip actions], [skip azurepipelines], [azurepipelines skip], ***NO_CI*** ...
    [GeneratedRegex(@"\[[^\[\]]*(skip|no)[^\[\]]*\]|\*\*\*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
