using System.Text.RegularExpressions;

namespace GitOpsTasks.Build.Names;

/// <summary>Addresses of repositories as labels hold them: for a browser, without users and passwords.</summary>
internal static partial class RepositoryUrl
{
    /// <summary>An https address for an address of git; null for a path, and for none.</summary>
    public static string? ForPeople(string? address)
    {
        if (address is null)
            return null;
        if (Scp().Match(address) is { Success: true } scp)
            return Clean("https", scp.Groups["host"].Value, scp.Groups["path"].Value);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "ssh" or "git"
            ? Clean(uri.Scheme == "http" ? "http" : "https", uri.Scheme is "http" or "https" ? uri.Authority : uri.Host, uri.AbsolutePath)
            : null;
    }

    /// <summary>The last part of an address.</summary>
    public static string? NameIn(string? url) =>
        url?[(url.LastIndexOf('/') + 1)..] is { Length: > 0 } name ? Uri.UnescapeDataString(name) : null;

    private static string Clean(string scheme, string host, string path)
    {
        path = path.Trim('/');
        return $"{scheme}://{host}/{(path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path)}";
    }

    [GeneratedRegex(@"\A([^@/:\s]+@)?(?<host>[A-Za-z0-9.-]{2,}):(?!//)(?<path>[^\\]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Scp();
}
