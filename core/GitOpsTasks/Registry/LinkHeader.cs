using System.Text.RegularExpressions;

namespace GitOpsTasks.Registry;

/// <summary>Reads the Link header (RFC 8288), in which a registry names the next page of a list.</summary>
internal static partial class LinkHeader
{
    /// <summary>The address of the next page.</summary>
    /// <param name="response">An answer with one page.</param>
    /// <param name="next">The address, absolute or relative; null where this was the last page.</param>
    /// <returns>False where the header names an address that is none.</returns>
    public static bool TryReadNext(HttpResponseMessage response, out Uri? next)
    {
        next = null;
        if (!response.Headers.TryGetValues("Link", out var links))
            return true;
        var found = links.SelectMany(link => Link().Matches(link))
            .FirstOrDefault(link => NextRelation().IsMatch(link.Groups["parameters"].Value));
        return found is null || Uri.TryCreate(found.Groups["target"].Value, UriKind.RelativeOrAbsolute, out next);
    }

    [GeneratedRegex("<(?<target>[^>]*)>(?<parameters>[^<]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@";\s*rel\s*=\s*(""([^""]*\s)?next(\s[^""]*)?""|next(?=[\s;,]|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NextRelation();
}
