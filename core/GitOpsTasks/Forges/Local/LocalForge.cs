using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using Polly;

namespace GitOpsTasks.Forges.Local;

/// <summary>
/// Pull requests without a forge: kept in the repository itself, for laptops, tests and repositories on plain servers. A
/// pull request whose branch is gone counts as closed. Merging is left to git: nobody marks them merged.
/// </summary>
public sealed class LocalForge : IForge
{
    private readonly IPullRequestStore _store;
    private readonly ResiliencePipeline<PullRequest?> _retryLostRaces;

    /// <summary>A forge over any store.</summary>
    /// <param name="store">Where the pull requests are kept.</param>
    /// <param name="time">The clock that waits between attempts run on.</param>
    public LocalForge(IPullRequestStore store, TimeProvider time)
    {
        _store = store;
        _retryLostRaces = LocalRetry.Create(time);
    }

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
    public async Task<IReadOnlyList<PullRequest>> ListOpenAsync(string headPrefix, string baseBranch, CancellationToken cancellationToken)
    {
        var snapshot = await _store.ReadAllAsync(cancellationToken);
        return
        [
            .. snapshot.PullRequests.Select(p => Show(p.Content, snapshot)).Where(p => p.State == PullRequestState.Open
                && p.Base == baseBranch && p.Head.StartsWith(headPrefix, StringComparison.Ordinal)),
        ];
    }

    /// <inheritdoc />
    public async Task<PullRequest?> FindEndedAsync(string head, string baseBranch, CancellationToken cancellationToken)
    {
        var snapshot = await _store.ReadAllAsync(cancellationToken);
        return snapshot.PullRequests.Select(p => Show(p.Content, snapshot))
            .LastOrDefault(p => p.State != PullRequestState.Open && p.Head == head && p.Base == baseBranch);
    }

    /// <inheritdoc />
    public async Task<PullRequest?> FindOpenAsync(string head, string baseBranch, CancellationToken cancellationToken)
    {
        var snapshot = await _store.ReadAllAsync(cancellationToken);
        return Open(snapshot, head, baseBranch) is { } found ? Show(found.Content, snapshot) : null;
    }

    /// <inheritdoc />
    public Task<PullRequest> OpenAsync(PullRequestDraft draft, CancellationToken cancellationToken) =>
        WriteAsync(
            snapshot =>
            {
                LocalDraftRules.Check(draft, snapshot, _store.Name);
                if (Open(snapshot, draft.Head, draft.Base) is { } open)
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
        ChangeAsync(number, (content, _) => content with { Title = title, Body = body }, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Diagnostic>> AddAsync(PullRequest pull, PullRequestExtras extras, CancellationToken cancellationToken)
    {
        if (LocalExtras.Lacks(pull.Extras, extras))
            await ChangeAsync(pull.Number, (content, _) => LocalExtras.Add(content, extras), cancellationToken);
        return [];
    }

    /// <inheritdoc />
    public Task SetDraftAsync(PullRequest pull, bool isDraft, CancellationToken cancellationToken) =>
        ChangeAsync(pull.Number, (content, _) => content with { IsDraft = isDraft }, cancellationToken);

    /// <inheritdoc />
    public Task<MergeOutcome> MergeWhenReadyAsync(PullRequest pull, MergeMethod method, CancellationToken cancellationToken) =>
        throw TaskFailedException.Usage(
            ForgeCodes.OptionUnsupported, $"Nobody merges pull requests by itself in {_store.Name}.", "Leave --auto-merge out, and merge them with git.");

    /// <inheritdoc />
    public Task CommentAsync(int number, string text, CancellationToken cancellationToken) =>
        ChangeAsync(number, (content, _) => content.Comments.Contains(text) ? content : content with { Comments = [.. content.Comments, text] }, cancellationToken);

    /// <inheritdoc />
    public Task CloseAsync(int number, string? comment, CancellationToken cancellationToken) =>
        ChangeAsync(
            number,
            (content, snapshot) => content with
            {
                State = content.State == PullRequestState.Merged ? PullRequestState.Merged : PullRequestState.Closed,
                ClosedAt = content.ClosedAt ?? snapshot.Branches.GetValueOrDefault(content.Head),
                Comments = comment is null || content.Comments.Contains(comment) ? content.Comments : [.. content.Comments, comment],
            },
            cancellationToken);

    private Task<PullRequest> ChangeAsync(
        int number, Func<LocalPullRequest, PullRequestSnapshot, LocalPullRequest> change, CancellationToken cancellationToken) =>
        WriteAsync(
            snapshot => snapshot.PullRequests.FirstOrDefault(p => p.Content.Number == number) is { } found
                ? (change(found.Content, snapshot), found)
                : throw TaskFailedException.Refused(
                    ForgeCodes.NotFound, $"{_store.Name} has no pull request {number}.", "Check the number."),
            cancellationToken);

    private async Task<PullRequest> WriteAsync(
        Func<PullRequestSnapshot, (LocalPullRequest New, StoredPullRequest? Old)> write, CancellationToken cancellationToken)
    {
        var written = await _retryLostRaces.ExecuteAsync<PullRequest?>(
            async token =>
            {
                var snapshot = await _store.ReadAllAsync(token);
                var (content, old) = write(snapshot);
                return await _store.TryWriteAsync(content, old?.Version, token) ? Show(content, snapshot) : null;
            },
            cancellationToken);
        return written ?? throw TaskFailedException.External(
            ForgeCodes.StoreKeptChanging,
            $"The pull requests in {_store.Name} changed at each of {LocalRetry.Attempts} attempts to write one.",
            "Try again when fewer writers are at work.");
    }

    private PullRequest Show(LocalPullRequest content, PullRequestSnapshot snapshot)
    {
        var tip = content.ClosedAt ?? snapshot.Branches.GetValueOrDefault(content.Head);
        var state = tip is null && content.State == PullRequestState.Open ? PullRequestState.Closed : content.State;
        return new PullRequest(
            content.Number, $"{_store.Name}#{content.Number}", content.Title, content.Body, content.Head, content.Base, state, tip ?? "")
        {
            IsDraft = content.IsDraft,
            Extras = LocalExtras.Of(content),
        };
    }

    private static StoredPullRequest? Open(PullRequestSnapshot snapshot, string head, string baseBranch) =>
        snapshot.PullRequests.FirstOrDefault(p => p.Content.State == PullRequestState.Open
            && p.Content.Head == head && p.Content.Base == baseBranch && snapshot.Branches.ContainsKey(head));
}
