using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Git;

/// <summary>
/// A token from the environment as git configuration for one origin. It travels in environment variables of the git
/// process, never in an address, an argument or a file. Without a token, the user's own git configuration decides.
/// </summary>
internal static class GitCredentials
{
    /// <summary>The configuration that authenticates requests to a remote; nothing where no token is meant for it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(GitRemote remote, EngineContext context)
    {
        if (remote.Protocol is not ("https" or "http") || TokenFor(remote, context) is not { } token)
            yield break;
        var uri = new Uri(remote.Url);
        if (uri.Scheme == "http" && !uri.IsLoopback)
            yield break;
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("x-access-token:" + token));
        yield return KeyValuePair.Create($"http.{uri.Scheme}://{uri.Authority}/.extraHeader", "Authorization: Basic " + basic);
    }

    /// <summary>The value of the Authorization header among some configuration; null where there is none.</summary>
    public static string? AuthorizationOf(IEnumerable<KeyValuePair<string, string>> settings) => settings
        .Where(pair => pair.Key.EndsWith(".extraHeader", StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.Value.Split(':', 2))
        .LastOrDefault(header => header.Length == 2 && header[0].Equals("Authorization", StringComparison.OrdinalIgnoreCase))?[1].Trim();

    private static string? TokenFor(GitRemote remote, EngineContext context)
    {
        var environment = context.Environment;
        if (environment["GITOPS_TOKEN"] is { } token)
            return token;
        var server = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
        if (remote.Url.StartsWith(server.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase))
            return environment["GITHUB_TOKEN"];
        var isOwnServer = environment["SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"] is { } azure && IsSameHost(azure, remote);
        return (isOwnServer || IsAzure(remote) ? environment["AZURE_DEVOPS_EXT_PAT"] : null) ?? (isOwnServer ? environment["SYSTEM_ACCESSTOKEN"] : null);
    }

    private static bool IsAzure(GitRemote remote) =>
        remote.Host is { } host && (host == "dev.azure.com" || host.EndsWith(".visualstudio.com", StringComparison.Ordinal));

    private static bool IsSameHost(string url, GitRemote remote) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Authority == remote.Host;
}
