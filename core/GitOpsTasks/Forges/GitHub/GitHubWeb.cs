using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>Where people look at a repository.</summary>
internal static class GitHubWeb
{
    /// <summary>Its page, without a slash at the end: on GITHUB_SERVER_URL where the API is that of GITHUB_API_URL, else beside the API.</summary>
    public static string Of(GitHubRepository repository, EnvironmentSnapshot environment)
    {
        var isOwnServer = environment["GITHUB_API_URL"] is { } api && repository.Api.AbsoluteUri.TrimEnd('/') == api.TrimEnd('/');
        var server = isOwnServer && environment["GITHUB_SERVER_URL"] is { } given ? given.TrimEnd('/') : Beside(repository.Api);
        return $"{server}/{repository}";
    }

    private static string Beside(Uri api) => api.Host.StartsWith("api.", StringComparison.Ordinal)
        ? $"https://{api.Host["api.".Length..]}"
        : $"{api.Scheme}://{api.Authority}";
}
