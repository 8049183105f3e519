using GitOpsTasks.Contracts;
using Polly;

namespace GitOpsTasks.Forges.Local;

/// <summary>Pull requests of a store, as a forge shows them, and how they are written where others write too.</summary>
internal sealed class LocalPullRequests
{
    private readonly IPullRequestStore _store;
    private readonly ResiliencePipeline<PullRequest?> _retryLostRaces;

    public LocalPullRequests(IPullRequestStore store, TimeProvider time)
    {
        _store = store;
        _retryLostRaces = LocalRetry.Create(time);
    }

    /// <summary>What people call the store.</summary>
    public string Name => _store.Name;

    /// <summary>All of them, by number.</summary>
    public async Task<IReadOnlyList<PullRequest>> ReadAsync(CancellationToken cancellationToken)
    {
        var snapshot = await _store.ReadAllAsync(cancellationToken);
        return [.. snapshot.PullRequests.Select(p => Show(p.Content, snapshot))];
    }

    /// <summary>Changes one.</summary>
    /// <exception cref="TaskFailedException">There is no such number, or it kept changing.</exception>
    public Task<PullRequest> ChangeAsync(
        int number, Func<LocalPullRequest, PullRequestSnapshot, LocalPullRequest> change, CancellationToken cancellationToken) =>
        WriteAsync(
            snapshot => snapshot.PullRequests.FirstOrDefault(p => p.Content.Number == number) is { } found
                ? (change(found.Content, snapshot), found)
                : throw TaskFailedException.Refused(
                    ForgeCodes.NotFound, $"{_store.Name} has no pull request {number}.", "Check the number."),
            cancellationToken);

    /// <summary>Writes one: what is written is worked out anew each time another writer was faster.</summary>
    /// <exception cref="TaskFailedException">It kept changing.</exception>
    public async Task<PullRequest> WriteAsync(
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

    /// <summary>The open one between two branches; null where there is none.</summary>
    public static StoredPullRequest? Open(PullRequestSnapshot snapshot, string head, string baseBranch) =>
        snapshot.PullRequests.FirstOrDefault(p => p.Content.State == PullRequestState.Open
            && p.Content.Head == head && p.Content.Base == baseBranch && snapshot.Branches.ContainsKey(head));

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
}
