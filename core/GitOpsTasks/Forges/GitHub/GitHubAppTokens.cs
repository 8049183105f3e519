using System.Runtime.CompilerServices;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>The tokens of App installations that a run has: each is made once, whatever asks for it, and again before it expires.</summary>
internal sealed class GitHubAppTokens
{
    private static readonly ConditionalWeakTable<EnvironmentSnapshot, GitHubAppTokens> s_ofRuns = [];
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Dictionary<GitHubRepository, GitHubAppToken> _tokens = [];

    /// <summary>Those of the run that has an environment.</summary>
    public static GitHubAppTokens OfRun(EnvironmentSnapshot environment) => s_ofRuns.GetValue(environment, _ => new GitHubAppTokens());

    /// <summary>A token of an installation that is valid for a while yet.</summary>
    /// <exception cref="TaskFailedException">The App's key is not usable, or the forge gave it no token.</exception>
    public async Task<string> TokenAsync(GitHubInstallation installation, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!_tokens.TryGetValue(installation.Repository, out var token) || token.ExpiresAt - s_margin < installation.Time.GetUtcNow())
                _tokens[installation.Repository] = token = await installation.MakeTokenAsync(cancellationToken);
            return token.Value;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
