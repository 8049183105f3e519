using System.Collections.Immutable;
using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using Polly;
using Polly.Retry;

namespace GitOpsTasks.Forges.Local;

/// <summary>
/// Pull requests without a forge: kept in the repository itself, for laptops, tests and repositories on plain servers. A
/// pull request whose branch is gone counts as closed. Merging is left to git: nobody marks them merged.
/// </summary>
public sealed class LocalForge : IForge
{
    private const int Attempts = 20;

    private readonly IPullRequestStore _store;
    private readonly ResiliencePipeline<PullRequest?> _retryLostRaces;

    /// <summary>A forge over any store.</summary>
    /// <param name="store">Where the pull requests are kept.</param>
    /// <param name="time">The clock that waits between attempts run on.</param>
    public LocalForge(IPullRequestStore store, TimeProvider time)
    {
        _store = store;
        _retryLostRaces = new ResiliencePipelineBuilder<PullRequest?> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<PullRequest?>
            {
                MaxRetryAttempts = Attempts - 1,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(2),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<PullRequest?>().HandleResult(result => result is null),
            })
            .Build();
    }

    /// <summary>A forge whose pull requests are refs of a git repository.</summary>
    /// <param name="context">Starts git and names the scratch folder.</param>
    /// <param name="remote">The repository.</param>
    public LocalForge(EngineContext context, GitRemote remote)
        : this(new GitRefPullRequestStore(context, remote), context.Time)
    {
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
                RequireDifference(draft, snapshot);
                if (Open(snapshot, draft.Head, draft.Base) is { } open)
                    return (open.Content with { Labels = Union(open.Content.Labels, draft.Labels) }, open);
                var number = snapshot.PullRequests.Select(p => p.Content.Number).DefaultIfEmpty(0).Max() + 1;
                return (new LocalPullRequest(number, draft.Title, draft.Body, draft.Head, draft.Base)
                {
                    Labels = Union([], draft.Labels),
                }, null);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<PullRequest> UpdateAsync(int number, string title, string body, CancellationToken cancellationToken) =>
        ChangeAsync(number, content => content with { Title = title, Body = body }, cancellationToken);

    /// <inheritdoc />
    public Task CloseAsync(int number, string? comment, CancellationToken cancellationToken) =>
        ChangeAsync(
            number,
            content => content with
            {
                State = content.State == PullRequestState.Merged ? PullRequestState.Merged : PullRequestState.Closed,
                Comments = comment is null || content.Comments.Contains(comment) ? content.Comments : [.. content.Comments, comment],
            },
            cancellationToken);

    private Task<PullRequest> ChangeAsync(
        int number, Func<LocalPullRequest, LocalPullRequest> change, CancellationToken cancellationToken) =>
        WriteAsync(
            snapshot => snapshot.PullRequests.FirstOrDefault(p => p.Content.Number == number) is { } found
                ? (change(found.Content), found)
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
            $"The pull requests in {_store.Name} changed at each of {Attempts} attempts to write one.",
            "Try again when fewer writers are at work.");
    }

    private void RequireDifference(PullRequestDraft draft, PullRequestSnapshot snapshot)
    {
        foreach (var branch in (string[])[draft.Head, draft.Base])
        {
            if (!snapshot.Branches.ContainsKey(branch))
            {
                throw TaskFailedException.Refused(
                    ForgeCodes.BranchMissing,
                    $"A pull request from '{draft.Head}' to '{draft.Base}' needs branch '{branch}', which {_store.Name} does not have.",
                    "Push the head branch first, and check the name of the base.");
            }
        }

        if (snapshot.Branches[draft.Head] == snapshot.Branches[draft.Base])
        {
            throw TaskFailedException.Refused(
                ForgeCodes.NothingToMerge,
                $"There are no commits between '{draft.Base}' and '{draft.Head}' in {_store.Name}.",
                "Commit the change to the branch first.");
        }
    }

    private PullRequest Show(LocalPullRequest content, PullRequestSnapshot snapshot)
    {
        var tip = snapshot.Branches.GetValueOrDefault(content.Head);
        var state = tip is null && content.State == PullRequestState.Open ? PullRequestState.Closed : content.State;
        return new PullRequest(
            content.Number, $"{_store.Name}#{content.Number}", content.Title, content.Body, content.Head, content.Base, state, tip ?? "");
    }

    private static StoredPullRequest? Open(PullRequestSnapshot snapshot, string head, string baseBranch) =>
        snapshot.PullRequests.FirstOrDefault(p => p.Content.State == PullRequestState.Open
            && p.Content.Head == head && p.Content.Base == baseBranch && snapshot.Branches.ContainsKey(head));

    private static ImmutableArray<string> Union(IEnumerable<string> some, IEnumerable<string> others) =>
        [.. some.Union(others).Order(StringComparer.Ordinal)];
}
