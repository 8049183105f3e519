using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Init.Sources;

/// <summary>Reads checks that ask the container itself over HTTP, such as <c>curl -f http://localhost:8080/health</c>.</summary>
internal static partial class HealthCheck
{
    /// <summary>The check in a command; null where it is another one.</summary>
    public static ProbeDraft? Read(string command)
    {
        if (!Client().IsMatch(command) || Address().Matches(command) is not [var address])
            return null;
        var port = address.Groups["port"] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 80;
        var path = address.Groups["path"].Value;
        return port is > 0 and < 65536 ? new ProbeDraft(path.Length == 0 ? "/" : path, port) : null;
    }

    /// <summary>Whole seconds of a duration such as <c>1m30s</c>; null where it is none, or less than one.</summary>
    public static int? Seconds(string? text)
    {
        if (text is null || Duration().Match(text) is not { Success: true } match)
            return null;
        var seconds = (Part(match, "h") * 3600) + (Part(match, "m") * 60) + Part(match, "s");
        return seconds is > 0 and <= 86400 ? seconds : null;
    }

    private static int Part(Match match, string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\b(curl|wget|http|GET)\b")]
    private static partial Regex Client();

    [GeneratedRegex(@"\bhttp://(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(:(?<port>[0-9]{1,5}))?(?<path>/[\w./~%?=&-]*)?(?=[\s""'\],;|)]|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A((?<h>[0-9]{1,3})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,5})(\.[0-9]+)?s)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
