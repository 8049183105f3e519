using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// In whose name requests are made: GITOPS_TOKEN, else the installation of the App that GITOPS_APP_ID and
/// GITOPS_APP_PRIVATE_KEY name, else GITHUB_TOKEN. Nobody's where none is set.
/// </summary>
/// <param name="context">Environment, HTTP, clock.</param>
/// <param name="repository">The repository.</param>
internal sealed class GitHubCredentials(EngineContext context, GitHubRepository repository)
{
    private readonly string? _token = context.Environment["GITOPS_TOKEN"];
    private readonly string? _workflowToken = context.Environment["GITHUB_TOKEN"];
    private readonly GitHubApp? _app = GitHubApp.Of(context.Environment);

    /// <summary>Whether there are any.</summary>
    public bool AreGiven => _token is not null || _app is not null || _workflowToken is not null;

    /// <summary>The token to send; null for none.</summary>
    /// <exception cref="TaskFailedException">The App's key is not usable, or the forge gave it no token.</exception>
    public async ValueTask<string?> TokenAsync(CancellationToken cancellationToken) =>
        _token is null && _app is not null
            ? await GitHubAppTokens.OfRun(context.Environment).TokenAsync(new GitHubInstallation(context, repository, _app), cancellationToken)
            : _token ?? _workflowToken;
}
