using GitOpsTasks.Contracts;
using GitOpsTasks.Git;

namespace GitOpsTasks.Forges.Local;

/// <summary>
/// Pull requests without a forge: kept in the repository itself, for laptops, tests and repositories on plain servers. A
/// pull request whose branch is gone counts as closed. Merging is left to git: nobody marks them merged.
/// </summary>
public sealed class LocalForge : IForge
{
    private readonly LocalPullRequests _pulls;

    /// <summary>A forge over any store.</summary>
    /// <param name="store">Where the pull requests are kept.</param>
    /// <param name="time">The clock that waits between attempts run on.</param>
    public LocalForge(IPullRequestStore store, TimeProvider time) => _pulls = new LocalPullRequests(store, time);

    /// <summary>A forge whose pull requests are refs of a git repository.</summary>
    /// <param name="context">Starts git and names the scratch folder.</param>
    /// <param name="remote">The repository.</param>
    public LocalForge(EngineContext context, GitRemote remote)
        : this(new GitRefPullRequestStore(context, remote), context.Time)
    {
    }

    /// <inheritdoc />
    public ForgeAbilities Abilities { get; } = new("local") { HasPeople = true, HasAssignees = true, HasDrafts = true };

    /// <inheritdoc />
    public string? CompareUrl(string from, string to) => null;

    /// <inheritdoc />
    public string? CommitUrl(string commit) => null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken) =>
    [
        .. (await _pulls.ReadAsync(cancellationToken)).Where(p => p.State == PullRequestState.Open
            && p.Base == baseBranch && p.Head.StartsWith(headPrefix, StringComparison.Ordinal)),
    ];

    /// <inheritdoc />
    public async Task<PullRequest?> FindEndedAsync(string head, string baseBranch, CancellationToken cancellationToken) =>
        (await _pulls.ReadAsync(cancellationToken)).LastOrDefault(p => p.State != PullRequestState.Open && p.Head == head && p.Base == baseBranch);

    /// <inheritdoc />
    public async Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken) =>
        (await _pulls.ReadAsync(cancellationToken)).FirstOrDefault(p => p.State == PullRequestState.Open && p.Head == head && p.Base == baseBranch);

    /// <inheritdoc />
    public Task<PullRequest> OpenAsync(PullRequestDraft draft, CancellationToken cancellationToken) =>
        _pulls.WriteAsync(
            snapshot =>
            {
                LocalDraftRules.Check(draft, snapshot, _pulls.Name);
                if (LocalPullRequests.Open(snapshot, draft.Head, draft.Base) is { } open)
                    return (LocalExtras.Add(open.Content, new PullRequestExtras { Labels = draft.Labels }), open);
                var number = snapshot.PullRequests.Select(p => p.Content.Number).DefaultIfEmpty(0).Max() + 1;
                return (new LocalPullRequest(number, draft.Title, draft.Body, draft.Head, draft.Base)
                {
                    IsDraft = draft.IsDraft,
                    Labels = LocalExtras.Union([], draft.Labels),
                }, null);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<PullRequest> UpdateAsync(int number, string title, string body, CancellationToken cancellationToken) =>
        _pulls.ChangeAsync(number, (content, _) => content with { Title = title, Body = body }, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Diagnostic>> AddAsync(PullRequest pull, PullRequestExtras extras, CancellationToken cancellationToken)
    {
        if (LocalExtras.Lacks(pull.Extras, extras))
            await _pulls.ChangeAsync(pull.Number, (content, _) => LocalExtras.Add(content, extras), cancellationToken);
        return [];
    }

    /// <inheritdoc />
    public Task SetDraftAsync(PullRequest pull, bool isDraft, CancellationToken cancellationToken) =>
        _pulls.ChangeAsync(pull.Number, (content, _) => content with { IsDraft = isDraft }, cancellationToken);

    /// <inheritdoc />
    public Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken) =>
        throw TaskFailedException.Usage(
            ForgeCodes.OptionUnsupported, $"Nobody merges pull requests by itself in {_pulls.Name}.", "Leave --auto-merge out, and merge them with git.");

    /// <inheritdoc />
    public Task CommentAsync(int number, string text, CancellationToken cancellationToken) =>
        _pulls.ChangeAsync(number, (content, _) => content.Comments.Contains(text) ? content : content with { Comments = [.. content.Comments, text] }, cancellationToken);

    /// <inheritdoc />
    public Task CloseAsync(int number, string? comment, CancellationToken cancellationToken) =>
        _pulls.ChangeAsync(
            number,
            (content, snapshot) => content with
            {
                State = content.State == PullRequestState.Merged ? PullRequestState.Merged : PullRequestState.Closed,
                ClosedAt = content.ClosedAt ?? snapshot.Branches.GetValueOrDefault(content.Head),
                Comments = comment is null || content.Comments.Contains(comment) ? content.Comments : [.. content.Comments, comment],
            },
            cancellationToken);
}
