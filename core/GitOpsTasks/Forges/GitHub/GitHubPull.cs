namespace GitOpsTasks.Forges.GitHub;

/// <summary>A pull request as the API tells it, as far as it is used.</summary>
internal sealed record GitHubPull(
    int Number,
    string HtmlUrl,
    string Title,
    string State,
    GitHubPullEnd Head,
    GitHubPullEnd Base,
    string? Body = null,
    DateTimeOffset? MergedAt = null)
{
    public PullRequest ToPullRequest() =>
        new(Number, HtmlUrl, Title, Body ?? "", Head.Ref, Base.Ref, StateOf(), Head.Sha);

    private PullRequestState StateOf() =>
        MergedAt is not null ? PullRequestState.Merged
        : State == "open" ? PullRequestState.Open
        : PullRequestState.Closed;
}
