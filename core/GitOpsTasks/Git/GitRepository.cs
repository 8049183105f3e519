using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>
/// A git repository behind any address git can push to. Works in a private bare repository that is removed afterwards and
/// holds only what was read; the user's checkout is never touched, but its objects are read where they are the same.
/// </summary>
public sealed class GitRepository : IBranchRepository, IDisposable
{
    private readonly EngineContext _context;
    private readonly ScratchDirectory _scratch;
    private readonly PrivateRepository _repository;
    private readonly GitTransport _transport;
    private readonly CommitWriter _writer;
    private readonly BranchHistory _history;

    private GitRepository(EngineContext context, GitRemote remote, ScratchDirectory scratch, PrivateRepository repository)
    {
        _context = context;
        Remote = remote;
        _scratch = scratch;
        _repository = repository;
        _transport = new GitTransport(repository, remote);
        _writer = new CommitWriter(repository.Git, context, repository.Settings);
        _history = new BranchHistory(context, remote, _transport);
    }

    /// <summary>Its address.</summary>
    public GitRemote Remote { get; }

    /// <summary>Opens a repository; nothing is read from it yet.</summary>
    /// <param name="context">Environment, processes, scratch space; objects are borrowed from the checkout around its directory.</param>
    /// <param name="remote">Its address.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    public static Task<GitRepository> OpenAsync(EngineContext context, GitRemote remote, CancellationToken cancellationToken) =>
        OpenAsync(context, remote, LocalCheckout.Around(context.Directory), origin: null, cancellationToken);

    /// <summary>As <see cref="OpenAsync(EngineContext,GitRemote,CancellationToken)"/>, for the origin of a checkout.</summary>
    internal static async Task<GitRepository> OpenAsync(
        EngineContext context, GitRemote remote, LocalCheckout? checkout, CheckoutOrigin? origin, CancellationToken cancellationToken)
    {
        var scratch = new ScratchDirectory(context, "git");
        try
        {
            var repository = await PrivateRepository.CreateAsync(context, scratch.FullPath, remote, checkout, origin, cancellationToken);
            return new GitRepository(context, remote, scratch, repository);
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<IConfigTree> SnapshotAsync(string branch, CancellationToken cancellationToken) =>
        await FetchAsync(branch, cancellationToken) is { } commit
            ? _transport.TreeOf(commit)
            : throw TaskFailedException.Usage(
                GitCodes.BranchNotFound, $"'{Remote.Display}' has no branch '{branch}'.", "Check its name, or push it first.");

    /// <inheritdoc />
    public async Task<CommitOutcome> CommitAsync(CommitRequest request, CancellationToken cancellationToken)
    {
        var race = new CommitRace(_context.Time, request, Remote);
        var unsettled = new UnsettledCommits(_repository);
        return await race.RunAsync(token => TryCommitAsync(request, unsettled, token), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<BranchComparison?> CompareAsync(string branch, string baseBranch, CancellationToken cancellationToken)
    {
        var @base = await SnapshotAsync(baseBranch, cancellationToken);
        if (await FetchAsync(branch, cancellationToken) is not { } tip)
            return null;
        return await _writer.IsParentAsync(@base.Revision, tip, cancellationToken)
            ? new BranchComparison(_transport.TreeOf(tip), @base)
            : await _history.CompareAsync(branch, _transport.TreeOf(tip), baseBranch, @base, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<HistoryCommit>> HistoryAsync(
        string branch, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken) =>
        _history.ChangesAsync(branch, paths, cancellationToken);

    /// <inheritdoc />
    public IConfigTree SnapshotOf(string commit) => _transport.TreeOf(commit);

    /// <inheritdoc />
    public async Task<bool> DeleteBranchAsync(string branch, string expected, CancellationToken cancellationToken) =>
        await _transport.DeleteAsync(branch, expected, cancellationToken) == RefMoveResult.Moved;

    /// <summary>Removes the private clone.</summary>
    public void Dispose()
    {
        _history.Dispose();
        _transport.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _scratch.Dispose();
    }

    private async Task<string?> FetchAsync(string branch, CancellationToken cancellationToken)
    {
        using var step = _context.Progress.Begin($"fetch {branch}");
        return await _transport.FetchAsync(branch, step, cancellationToken);
    }

    private async Task<CommitOutcome> TryCommitAsync(CommitRequest request, UnsettledCommits unsettled, CancellationToken cancellationToken)
    {
        var tip = await FetchAsync(request.Branch, cancellationToken);
        if (await unsettled.FindLandedAsync(request.Branch, tip, cancellationToken) is { } landed)
            return landed;
        var tree = request.Base is null
            ? tip is null && request.CreatesBranch ? EmptyTree.Instance : null
            : await SnapshotAsync(request.Base, cancellationToken);
        tree ??= tip is null ? await SnapshotAsync(request.Branch, cancellationToken) : _transport.TreeOf(tip);
        var run = await EditRun.OnAsync(tree, request, cancellationToken);
        // A branch that was made by the same edit before needs no new commit, though its base moved on elsewhere.
        var isThere = !run.Changes.IsEmpty && tip is not null && tip != tree.Revision
            && await run.IsAppliedToAsync(_transport.TreeOf(tip), cancellationToken)
            && (!request.TakesInBase || await _writer.IsParentAsync(tree.Revision, tip, cancellationToken));
        if (run.Changes.IsEmpty || isThere || request.DryRun)
            return run.Unwritten(tree.Revision) with { AlreadyOnBranch = isThere };

        var commit = await _writer.WriteAsync(run.Changes, request, tip, tree, cancellationToken);
        var outcome = run.Unwritten(tree.Revision) with { Commit = commit };
        using var step = _context.Progress.Begin($"push {request.Branch}");
        var result = await _transport.PushAsync(request.Branch, tip, commit, step, cancellationToken);
        if (result == RefMoveResult.Unsettled)
            unsettled.Add(outcome);
        if (result != RefMoveResult.Moved)
            throw new LostRaceException();
        step.Complete(commit[..10]);
        return outcome;
    }
}
