using System.Text.RegularExpressions;

namespace GitOpsTasks.Reporting;

/// <summary>
/// Makes text harmless in the log of a CI system, whose agent executes commands it finds in the output of a step. Commit
/// messages, YAML, file names and error texts of servers are all written by others.
/// </summary>
public static partial class LogText
{
    // The agents search with culture-sensitive comparison, which skips characters without a weight of their own; so
    // "##<soft hyphen>vso[" is a command too.
    private const string Weightless = @"[\p{Cc}\p{Cf}\p{Cn}\p{Mn}\p{Me}]*";

    /// <summary>
    /// The text with every command broken by one space: GitHub's <c>::name::</c> at the start of a line and its older
    /// <c>##[name]</c> anywhere, Azure's <c>##vso[...]</c> and <c>##[...]</c> anywhere. Other text is returned as it is.
    /// </summary>
    /// <param name="text">One or more lines.</param>
    /// <param name="system">Where the text will be printed.</param>
    public static string Neutralise(string text, CiSystem system) => system switch
    {
        CiSystem.GitHub => LineStartCommand().Replace(BreakMarkers(text), ": :"),
        CiSystem.Azure => BreakMarkers(text),
        _ => text,
    };

    /// <summary>The text with escape characters, which would command a terminal, shown as <c>␛</c>.</summary>
    public static string WithoutEscapes(string text) => text.Replace('\x1b', '␛').Replace('\x9b', '␛');

    /// <summary>The text with <c>##[</c> and <c>##vso[</c> broken by one space.</summary>
    internal static string BreakMarkers(string text) =>
        text.Contains('#', StringComparison.Ordinal) ? Marker().Replace(text, "# #") : text;

    /// <summary>The text on one line, cut where a log would cut it.</summary>
    internal static string Limit(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");

    // A line ends at a lone carriage return too: the runner reads with TextReader.ReadLine.
    [GeneratedRegex(@"(?<=(?:^|[\r\n])[\s\p{Cc}\p{Cf}\p{Cn}\p{Mn}\p{Me}]*):" + Weightless + ":", RegexOptions.CultureInvariant)]
    private static partial Regex LineStartCommand();

    [GeneratedRegex(
        "#" + Weightless + "#(?=" + Weightless + "(?:v" + Weightless + "s" + Weightless + "o" + Weightless + @")?\[)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
