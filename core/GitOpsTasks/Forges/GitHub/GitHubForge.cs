using System.Net;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Forges.GitHub;

/// <summary>
/// Pull requests on GitHub over its REST API. The token is GITOPS_TOKEN, else GITHUB_TOKEN; it needs the permissions
/// <c>contents: write</c> and <c>pull-requests: write</c>.
/// </summary>
public sealed class GitHubForge : IForge
{
    private const int PageSize = 100;
    private const int MostPages = 100;

    private readonly GitHubApi _api;

    /// <summary>A forge for one repository.</summary>
    public GitHubForge(EngineContext context, GitHubRepository repository) => _api = new GitHubApi(context, repository);

    /// <inheritdoc />
    public async Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken)
    {
        // A head without its owner would be ignored, and forks owned by the same owner pass the filter: look again here.
        var owner = _api.Repository.Owner;
        var query = $"pulls?state=open&head={Escape($"{owner}:{head}")}&base={Escape(baseBranch)}";
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = Succeeded(
                await _api.GetAsync(PageOf(query, page), cancellationToken), "look for pull requests");
            var pulls = answer.Read(GitHubJson.Default.IReadOnlyListGitHubPull);
            if (pulls.FirstOrDefault(p => IsBetween(p, head, baseBranch)) is { } found)
                return found.ToPullRequest();
            if (!answer.HasNextPage)
                break;
        }

        return null;
    }

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
    public async Task CloseAsync(int number, string? comment, CancellationToken cancellationToken)
    {
        if (comment is not null)
        {
            var text = GitHubText.Fit(comment);
            Succeeded(
                await _api.RepeatAsync(token => CommentOnceAsync(number, text, token), cancellationToken),
                $"comment on pull request {number}");
        }

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
            new GitHubNewPull(draft.Title, GitHubText.Fit(draft.Body), draft.Head, draft.Base),
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

    // Looks before it writes, at every attempt: a comment whose reply was lost is there and not written again.
    private async Task<GitHubAnswer> CommentOnceAsync(int number, string text, CancellationToken cancellationToken)
    {
        var path = $"issues/{number}/comments";
        for (var page = 1; page <= MostPages; page++)
        {
            var answer = await _api.SendOnceAsync(HttpMethod.Get, PageOf(path, page), null, cancellationToken);
            if (!answer.Succeeded
                || answer.Read(GitHubJson.Default.IReadOnlyListGitHubComment).Any(c => c.Body == text))
                return answer;
            if (!answer.HasNextPage)
                break;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new GitHubComment(text), GitHubJson.Default.GitHubComment);
        return await _api.SendOnceAsync(HttpMethod.Post, path, body, cancellationToken);
    }

    private bool IsBetween(GitHubPull pull, string head, string baseBranch) =>
        pull.Head.Ref == head && pull.Base.Ref == baseBranch
        && string.Equals(pull.Head.Repo?.FullName, _api.Repository.ToString(), StringComparison.OrdinalIgnoreCase);

    private GitHubAnswer Succeeded(GitHubAnswer answer, string wanted) =>
        answer.Succeeded ? answer : throw GitHubFailure.From(answer, _api.Repository, wanted);

    private static string PageOf(string path, int page) =>
        $"{path}{(path.Contains('?') ? '&' : '?')}per_page={PageSize}&page={page}";

    private static string Escape(string value) => Uri.EscapeDataString(value);
}
