namespace GitOpsTasks.Forges.GitHub;

/// <summary>The request that moves or makes a branch, sent until there is an answer. It may be sent twice: where it was applied, it changes nothing more.</summary>
/// <param name="api">Sends it.</param>
/// <param name="branch">The branch.</param>
/// <param name="expected">Its tip that was read; null makes it.</param>
/// <param name="commit">Where it is to be.</param>
internal sealed class GitHubRefMove(GitHubApi api, string branch, string? expected, string commit)
{
    /// <summary>Whether one of the attempts was sent and not answered, so that it may have been applied.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Sends it.</summary>
    public Task<GitHubAnswer> SendAsync(CancellationToken cancellationToken) => api.RepeatAsync(SendOnceAsync, cancellationToken);

    private async Task<GitHubAnswer> SendOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = expected is null
                ? await api.SendOnceAsync(HttpMethod.Post, "git/refs", Making(), cancellationToken)
                : await api.SendOnceAsync(HttpMethod.Patch, $"git/refs/heads/{GitHubCalls.Escape(branch)}", Moving(), cancellationToken);
            IsOpen |= (int)answer.Status >= 500;
            return answer;
        }
        catch (Exception e) when (e is IOException or TimeoutException || (e is HttpRequestException broken && WasSent(broken)))
        {
            IsOpen = true;
            throw;
        }
    }

    private byte[] Making() => GitHubBody.Of(json =>
    {
        json.WriteString("ref", $"refs/heads/{branch}");
        json.WriteString("sha", commit);
    });

    private byte[] Moving() => GitHubBody.Of(json =>
    {
        json.WriteString("sha", commit);
        json.WriteBoolean("force", false);
    });

    private static bool WasSent(HttpRequestException broken) =>
        broken.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);
}
