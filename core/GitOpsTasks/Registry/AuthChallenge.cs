using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Registry;

/// <summary>What a registry asks for in a <c>WWW-Authenticate</c> header.</summary>
/// <param name="Scheme"><c>Basic</c> or <c>Bearer</c>; others are not answered.</param>
/// <param name="Parameters">Such as <c>realm</c>, <c>service</c> and <c>scope</c>; names compare without case.</param>
internal sealed partial record AuthChallenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Where tokens are given out; null where none is named or it is not an absolute address.</summary>
    public Uri? Realm => Uri.TryCreate(Parameters.GetValueOrDefault("realm"), UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>Whether the header is of a scheme.</summary>
    public bool Is(string scheme) => string.Equals(Scheme, scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one header.</summary>
    public static AuthChallenge From(AuthenticationHeaderValue header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(header.Parameter ?? ""))
        {
            var value = match.Groups["quoted"] is { Success: true } quoted
                ? EscapedCharacter().Replace(quoted.Value, "$1")
                : match.Groups["plain"].Value;
            parameters.TryAdd(match.Groups["name"].Value, value);
        }

        return new AuthChallenge(header.Scheme, parameters);
    }

    [GeneratedRegex(
        """(?<name>[A-Za-z][A-Za-z0-9_-]*)\s*=\s*("(?<quoted>([^"\\]|\\.)*)"|(?<plain>[^\s,"]+))""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedCharacter();
}
