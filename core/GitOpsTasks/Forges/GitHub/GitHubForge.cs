using System.Net;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Pull requests on GitHub over its REST API. The token is GITOPS_TOKEN, else GITHUB_TOKEN; it needs the permissions
/// <c>contents: write</c> and <c>pull-requests: write</c>.
/// </summary>
public sealed class GitHubForge : IForge
{
    private readonly GitHubApi _api;
    private readonly GitHubLists _list;
    private readonly GitHubSearch _search;
    private readonly GitHubMerging _merging;
    private readonly string _web;

    /// <summary>A forge for one repository.</summary>
    public GitHubForge(EngineContext context, GitHubRepository repository)
    {
        _api = new GitHubApi(context, repository);
        _list = new GitHubLists(_api);
        _search = new GitHubSearch(_list, repository);
        _merging = new GitHubMerging(_api);
        _web = GitHubWeb.Of(repository, context.Environment);
    }

    /// <inheritdoc />
    public ForgeAbilities Abilities { get; } = new("GitHub")
    {
        LongestBody = GitHubText.MaximumLength,
        HasPeople = true,
        HasAssignees = true,
        HasMilestones = true,
        HasDrafts = true,
        MergesByItself = true,
    };

    /// <inheritdoc />
    public string CompareUrl(string from, string to) => $"{_web}/compare/{EscapeBranch(from)}...{EscapeBranch(to)}";

    /// <inheritdoc />
    public string CommitUrl(string commit) => $"{_web}/commit/{Escape(commit)}";

    /// <inheritdoc />
    public Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken) =>
        _search.ListOpenAsync(headPrefix, baseBranch, cancellationToken);

    /// <inheritdoc />
    public Task<PullRequest?> FindEndedAsync(string head, string baseBranch, CancellationToken cancellationToken) =>
        _search.FindAsync("closed", head, baseBranch, cancellationToken);

    /// <inheritdoc />
    public Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken) =>
        _search.FindAsync("open", head, baseBranch, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Diagnostic>> AddAsync(PullRequest pull, PullRequestExtras extras, CancellationToken cancellationToken) =>
        new GitHubExtras(_api, _list).AddAsync(pull, extras, cancellationToken);

    /// <inheritdoc />
    public Task SetDraftAsync(PullRequest pull, bool isDraft, CancellationToken cancellationToken) =>
        _merging.SetDraftAsync(pull, isDraft, cancellationToken);

    /// <inheritdoc />
    public Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken) =>
        _merging.MergeWhenReadyAsync(pull, method, cancellationToken);

    /// <inheritdoc />
    public async Task<PullRequest> OpenAsync(PullRequestDraft draft, CancellationToken cancellationToken)
    {
        var pull = await CreateOrFindAsync(draft, cancellationToken);
        if (draft.Labels.Count > 0)
        {
            var answer = await _api.SendAsync(
                HttpMethod.Post,
                $"issues/{pull.Number}/labels",
                new GitHubLabels(draft.Labels),
                GitHubJson.Default.GitHubLabels,
                cancellationToken);
            Succeeded(answer, $"label pull request {pull.Number}");
        }

        return pull;
    }

    /// <inheritdoc />
    public Task<PullRequest> UpdateAsync(int number, string title, string body, CancellationToken cancellationToken) =>
        ChangeAsync(number, new GitHubPullChange(title, GitHubText.Fit(body)), "update", cancellationToken);

    /// <inheritdoc />
    public async Task CommentAsync(int number, string text, CancellationToken cancellationToken)
    {
        var comment = GitHubText.Fit(text);
        Succeeded(
            await _api.RepeatAsync(token => _list.CommentOnceAsync(number, comment, token), cancellationToken),
            $"comment on pull request {number}");
    }

    /// <inheritdoc />
    public async Task CloseAsync(int number, string? comment, CancellationToken cancellationToken)
    {
        if (comment is not null)
            await CommentAsync(number, comment, cancellationToken);

        await ChangeAsync(number, new GitHubPullChange(State: "closed"), "close", cancellationToken);
    }

    // Created first and looked for only when it turns out to be there: the other order leaves a gap for a second writer.
    // The same answer tells that an earlier attempt was applied although its reply was lost.
    private async Task<PullRequest> CreateOrFindAsync(PullRequestDraft draft, CancellationToken cancellationToken)
    {
        const string Wanted = "open a pull request";
        var answer = await _api.SendAsync(
            HttpMethod.Post,
            "pulls",
            new GitHubNewPull(draft.Title, GitHubText.Fit(draft.Body), draft.Head, draft.Base, draft.IsDraft ? true : null),
            GitHubJson.Default.GitHubNewPull,
            cancellationToken);
        if (answer.Status == HttpStatusCode.UnprocessableEntity && answer.Problem.Says("already exists"))
        {
            return await FindOpenAsync(draft.Head, draft.Base, cancellationToken)
                ?? throw GitHubFailure.From(answer, _api.Repository, Wanted);
        }

        return Succeeded(answer, Wanted).Read(GitHubJson.Default.GitHubPull).ToPullRequest();
    }

    private async Task<PullRequest> ChangeAsync(
        int number, GitHubPullChange change, string verb, CancellationToken cancellationToken)
    {
        var answer = await _api.SendAsync(
            HttpMethod.Patch, $"pulls/{number}", change, GitHubJson.Default.GitHubPullChange, cancellationToken);
        return Succeeded(answer, $"{verb} pull request {number}").Read(GitHubJson.Default.GitHubPull).ToPullRequest();
    }

    private GitHubAnswer Succeeded(GitHubAnswer answer, string wanted) =>
        answer.Succeeded ? answer : throw GitHubFailure.From(answer, _api.Repository, wanted);

    private static string Escape(string value) => Uri.EscapeDataString(value);

    private static string EscapeBranch(string branch) => Escape(branch).Replace("%2F", "/", StringComparison.Ordinal);
}
