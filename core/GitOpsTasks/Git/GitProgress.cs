using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>git's own progress, as it writes it to standard error with <c>--progress</c>.</summary>
internal static partial class GitProgress
{
    /// <summary>Passes lines such as <c>Receiving objects:  45% (9/20), 1.20 MiB</c> on to a step.</summary>
    public static Action<string> To(IProgressStep step) => line =>
    {
        if (Line().Match(line) is { Success: true } match)
            step.Report(match.Groups["what"].Value.ToLowerInvariant(), int.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) / 100.0);
    };

    [GeneratedRegex(@"\A(remote: )?(?<what>[A-Z][a-z]+ (objects|deltas)): +(?<percent>[0-9]{1,3})%", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
