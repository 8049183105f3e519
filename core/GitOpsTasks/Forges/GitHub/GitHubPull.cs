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
    public string? NodeId { get; init; }

    public bool? Draft { get; init; }

    public GitHubAutoMerge? AutoMerge { get; init; }

    public IReadOnlyList<GitHubNamed>? Labels { get; init; }

    public IReadOnlyList<GitHubNamed>? RequestedReviewers { get; init; }

    public IReadOnlyList<GitHubNamed>? RequestedTeams { get; init; }

    public IReadOnlyList<GitHubNamed>? Assignees { get; init; }

    public GitHubMilestone? Milestone { get; init; }

    public PullRequest ToPullRequest() =>
        new(Number, HtmlUrl, Title, Body ?? "", Head.Ref, Base.Ref, StateOf(), Head.Sha)
        {
            Id = NodeId,
            IsDraft = Draft == true,
            IsMergedByItself = AutoMerge is not null,
            Extras = ExtrasOf(),
        };

    private PullRequestState StateOf() =>
        MergedAt is not null ? PullRequestState.Merged
        : State == "open" ? PullRequestState.Open
        : PullRequestState.Closed;

    // A team is told by its slug alone; it is of the repository's own organisation.
    private PullRequestExtras ExtrasOf() => new()
    {
        Labels = [.. Names(Labels, label => label.Name)],
        Reviewers = [.. Names(RequestedReviewers, user => user.Login), .. Names(RequestedTeams, team => $"{Owner}/{team.Slug}")],
        Assignees = [.. Names(Assignees, user => user.Login)],
        Milestone = Milestone?.Title,
    };

    private string Owner => Base.Repo?.FullName.Split('/')[0] ?? "";

    private static IEnumerable<string> Names(IReadOnlyList<GitHubNamed>? named, Func<GitHubNamed, string?> name) =>
        (named ?? []).Select(name).OfType<string>();
}
