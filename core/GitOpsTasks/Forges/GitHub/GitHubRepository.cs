using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>A repository on GitHub, GitHub Enterprise Server or GHE.com.</summary>
/// <param name="Api">The API's address, ending in a slash; the one origin that is sent the token.</param>
/// <param name="Owner">A user or organisation.</param>
/// <param name="Name">The repository's name, without <c>.git</c>.</param>
public sealed record GitHubRepository(Uri Api, string Owner, string Name)
{
    /// <summary>
    /// Works out the API from a repository's address, as <c>https://HOST/OWNER/NAME.git</c>, <c>ssh://git@HOST/OWNER/NAME</c>
    /// or <c>git@HOST:OWNER/NAME</c>. GITHUB_API_URL names it where the repository is on the host of GITHUB_SERVER_URL, or
    /// where that is not set. Otherwise github.com and GHE.com have the host <c>api.HOST</c>, and every other host has
    /// <c>/api/v3</c>.
    /// </summary>
    /// <exception cref="TaskFailedException">GOT7010: no such address, or plain http to another machine.</exception>
    public static GitHubRepository From(string address, EnvironmentSnapshot environment)
    {
        if (Remote(address) is not { } remote || remote.AbsolutePath.Trim('/').Split('/') is not [var owner, var file]
            || !IsName(owner) || WithoutExtension(file) is not { } name || !IsName(name))
        {
            throw TaskFailedException.Usage(
                ForgeCodes.AddressUnusable,
                $"'{WithoutUser(address)}' is not the address of a repository on GitHub.",
                "Give it as https://HOST/OWNER/NAME.");
        }

        return new GitHubRepository(Safe(ApiOf(remote, environment)), owner, name);
    }

    /// <summary>
    /// Whether an address tells that it is on GitHub: on github.com, one of ghe.com, or the server of GITHUB_SERVER_URL. A
    /// GitHub Enterprise Server outside its own workflows cannot be told by its address.
    /// </summary>
    internal static bool IsOnGitHub(string address, EnvironmentSnapshot environment) =>
        Remote(address) is { } remote
        && (IsGitHubDotCom(remote.IdnHost) || remote.IdnHost.EndsWith(".ghe.com", StringComparison.Ordinal)
            || (environment["GITHUB_SERVER_URL"] is { } server && IsOnServer(remote, server)));

    /// <summary>
    /// The address of the GraphQL API, of the same origin: <c>/api/graphql</c> beside <c>/api/v3</c>, and below the API's
    /// address elsewhere.
    /// </summary>
    public Uri GraphQl => new(Api, Api.AbsolutePath.EndsWith("/api/v3/", StringComparison.Ordinal) ? "../graphql" : "graphql");

    /// <summary><c>OWNER/NAME</c>.</summary>
    public override string ToString() => $"{Owner}/{Name}";

    private static Uri? Remote(string address)
    {
        var isScpLike = !address.Contains("://", StringComparison.Ordinal) && address.IndexOf(':') > 1;
        var text = isScpLike ? "ssh://" + ReplaceFirstColon(address) : address;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "ssh" && uri.Host.Length > 0
            ? uri
            : null;
    }

    private static string ReplaceFirstColon(string address)
    {
        var colon = address.IndexOf(':');
        return $"{address[..colon]}/{address[(colon + 1)..].TrimStart('/')}";
    }

    private static string WithoutExtension(string file) =>
        file.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file;

    private static bool IsName(string text) =>
        text.Any(char.IsAsciiLetterOrDigit) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static Uri ApiOf(Uri remote, EnvironmentSnapshot environment)
    {
        if (environment["GITHUB_API_URL"] is { } given && Uri.TryCreate(given, UriKind.Absolute, out var api)
            && IsOnServer(remote, environment["GITHUB_SERVER_URL"]))
            return new Uri(api.AbsoluteUri.TrimEnd('/') + "/");
        var host = remote.IdnHost;
        if (IsGitHubDotCom(host))
            return new Uri("https://api.github.com/");
        if (host.EndsWith(".ghe.com", StringComparison.Ordinal))
            return new Uri($"https://api.{host}/");
        return remote.Scheme == "ssh" ? new Uri($"https://{host}/api/v3/") : new Uri(remote, "/api/v3/");
    }

    private static bool IsGitHubDotCom(string host) => host is "github.com" or "www.github.com" or "ssh.github.com";

    // The port of an ssh address says nothing about the web server.
    private static bool IsOnServer(Uri remote, string? server) =>
        server is null || (Uri.TryCreate(server, UriKind.Absolute, out var uri)
            && (remote.Scheme == "ssh" ? uri.IdnHost == remote.IdnHost : uri.Authority == remote.Authority));

    private static Uri Safe(Uri api)
    {
        if (api.Scheme == "https" || (api.Scheme == "http" && api.IsLoopback))
            return new UriBuilder(api) { UserName = "", Password = "" }.Uri;
        throw TaskFailedException.Usage(
            ForgeCodes.AddressUnusable,
            $"The API at {api.Host} would be asked over plain {api.Scheme}, where others could read the token.",
            "Use an https address.");
    }

    private static string WithoutUser(string address) =>
        address.LastIndexOf('@') is var at and >= 0 ? address[(at + 1)..] : address;
}
