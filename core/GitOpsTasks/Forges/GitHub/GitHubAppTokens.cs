using System.Runtime.CompilerServices;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>The tokens of App installations that a run has: each is made once, whatever asks for it, and again before it expires.</summary>
internal sealed class GitHubAppTokens
{
    private static readonly ConditionalWeakTable<EnvironmentSnapshot, GitHubAppTokens> s_ofRuns = [];
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<GitHubRepository, Task<GitHubAppToken>> _tokens = [];

    /// <summary>Those of the run that has an environment.</summary>
    public static GitHubAppTokens OfRun(EnvironmentSnapshot environment) => s_ofRuns.GetValue(environment, _ => new GitHubAppTokens());

    /// <summary>A token of an installation that is valid for a while yet.</summary>
    /// <exception cref="TaskFailedException">The App's key is not usable, or the forge gave it no token.</exception>
    public async Task<string> TokenAsync(GitHubInstallation installation, CancellationToken cancellationToken)
    {
        Task<GitHubAppToken>? token;
        lock (_lock)
        {
            if (!_tokens.TryGetValue(installation.Repository, out token) || IsOver(token, installation.Time.GetUtcNow()))
                _tokens[installation.Repository] = token = installation.MakeTokenAsync(cancellationToken);
        }

        return (await token).Value;
    }

    private static bool IsOver(Task<GitHubAppToken> token, DateTimeOffset now) =>
        token.IsCompleted && (token is not { IsCompletedSuccessfully: true, Result: var made } || made.ExpiresAt - s_margin < now);
}
