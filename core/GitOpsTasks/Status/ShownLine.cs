using System.Text.RegularExpressions;

namespace GitOpsTasks.Status;

/// <summary>Texts of others on one line, as people are shown them.</summary>
internal static partial class ShownLine
{
    private const int Longest = 200;

    /// <summary>The text without line ends, control characters and marks of direction, cut where it is long.</summary>
    public static string Of(string text)
    {
        var line = Unprintable().Replace(text, " ").Trim();
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    /// <summary>The address in a link; null for what is no web address.</summary>
    public static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 ? uri.AbsoluteUri : null;

    // Control characters, line and paragraph separators, marks of direction and the like.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unprintable();
}
