namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>Addresses of one repository in the ways they are written: with https, ssh, git@host:path, a user, or .git at the end.</summary>
internal static class RepositoryAddress
{
    /// <summary>The address as <c>host/path</c> in lower case, without user, port and <c>.git</c>.</summary>
    public static string Normalize(string address)
    {
        var text = address.Trim().ToLowerInvariant();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            text = text[(scheme + 3)..];
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        if (host.LastIndexOf('@') is var at and >= 0)
            text = text[(at + 1)..];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        slash = text.IndexOf('/', StringComparison.Ordinal);
        if (colon >= 0 && (slash < 0 || colon < slash))
            text = text[..colon] + "/" + WithoutPort(text[(colon + 1)..]);
        text = text.TrimEnd('/');
        return text.EndsWith(".git", StringComparison.Ordinal) ? text[..^4] : text;
    }

    private static string WithoutPort(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && rest.AsSpan(0, slash).ContainsAnyExceptInRange('0', '9') == false ? rest[(slash + 1)..] : rest;
    }
}
