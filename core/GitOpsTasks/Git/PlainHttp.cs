using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>Whether a remote can be read without git: nothing in configuration or environment says how git is to do it.</summary>
internal static class PlainHttp
{
    private static readonly string[] s_variables = ["GIT_HTTP_", "GIT_PROXY_", "GIT_CURL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
    private static readonly string[] s_variablesOfHttps = [.. s_variables, "GIT_SSL"];

    private static readonly string[] s_settings = ["http.", "remote.origin.", "protocol.", "transfer.", "fetch.fsck"];

    /// <summary>A client for the remote; null where git is to be asked.</summary>
    /// <param name="context">Its HTTP client and environment.</param>
    /// <param name="remote">Not rewritten by <c>insteadOf</c>.</param>
    /// <param name="settings">All of the configuration git would see.</param>
    /// <param name="own">What of it is our own.</param>
    public static SmartHttp? For(
        EngineContext context, GitRemote remote, GitSettings settings, IReadOnlyCollection<KeyValuePair<string, string>> own)
    {
        if (remote.Protocol is not ("https" or "http") || settings.RewritesAddresses)
            return null;
        var uri = new Uri(remote.Url);
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0 || context.Environment.Variables.Any(variable => IsAboutHttp(variable, uri.Scheme)))
            return null;
        var ours = own.Select(pair => KeyValuePair.Create(Lowered(pair.Key), pair.Value)).ToHashSet();
        if (settings.Values.Any(pair => IsAboutFetching(pair.Key) && !ours.Contains(pair)))
            return null;
        return new SmartHttp(context.Http, remote.Url.TrimEnd('/'), GitCredentials.AuthorizationOf(own));
    }

    private static bool IsAboutHttp(KeyValuePair<string, string> variable, string scheme) =>
        variable.Value.Length > 0 && (scheme == "https" ? s_variablesOfHttps : s_variables).Any(prefix => variable.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsAboutFetching(string key) => s_settings.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    // git prints the section and the name in lower case, and what is between as it is.
    private static string Lowered(string key)
    {
        var (first, last) = (key.IndexOf('.', StringComparison.Ordinal), key.LastIndexOf('.'));
        return key[..first].ToLowerInvariant() + key[first..last] + key[last..].ToLowerInvariant();
    }
}
