using GitOpsTasks.Contracts;
using GitOpsTasks.Git;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>
/// A repository on a forge, read and written by the forge's API alone: no git and no clone. Edits are taken to a branch as
/// <see cref="GitRepository"/> takes them: read the tip, run the edit, commit, move the branch forward only, and run the edit
/// again where another writer was first.
/// </summary>
public sealed class ForgeRepository : IBranchRepository
{
    private readonly EngineContext _context;
    private readonly IForgeRepository _forge;
    private readonly ForgeObjects _objects;
    private readonly ForgeHistory _history;
    private readonly RecentTips _recent;

    internal ForgeRepository(EngineContext context, GitRemote remote, IForgeRepository forge)
    {
        (_context, Remote, _forge) = (context, remote, forge);
        _objects = new ForgeObjects(forge);
        _history = new ForgeHistory(forge, _objects);
        _recent = new RecentTips(context.Time);
    }

    /// <summary>Its address.</summary>
    public GitRemote Remote { get; }

    /// <inheritdoc />
    public async Task<IConfigTree> SnapshotAsync(string branch, CancellationToken cancellationToken) =>
        new ForgeTree(_objects, await RecentTipAsync(branch, cancellationToken) ?? throw Missing(branch));

    /// <inheritdoc />
    public async Task<CommitOutcome> CommitAsync(CommitRequest request, CancellationToken cancellationToken)
    {
        var race = new CommitRace(_context.Time, request, Remote);
        var unsettled = new List<CommitOutcome>();
        return await race.RunAsync(token => TryCommitAsync(request, unsettled, race.Attempts == 1, token), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<BranchComparison?> CompareAsync(string branch, string baseBranch, CancellationToken cancellationToken)
    {
        var @base = await RecentTipAsync(baseBranch, cancellationToken) ?? throw Missing(baseBranch);
        if (await RecentTipAsync(branch, cancellationToken) is not { } tip)
            return null;
        return tip.Parents.Contains(@base.Id)
            ? new BranchComparison(new ForgeTree(_objects, tip), new ForgeTree(_objects, @base))
            : await _history.CompareAsync(tip, @base, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<HistoryCommit>> HistoryAsync(
        string branch, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken) =>
        await _history.ChangesAsync(await RecentTipAsync(branch, cancellationToken) ?? throw Missing(branch), paths, cancellationToken);

    /// <inheritdoc />
    public IConfigTree SnapshotOf(string commit) => _history.TreeOf(commit);

    /// <summary>
    /// Deletes a branch if it is where it was left. APIs delete without looking, so a commit that somebody adds in the moment
    /// between can be lost from the branch; it stays reachable by its id for a while.
    /// </summary>
    /// <inheritdoc />
    public async Task<bool> DeleteBranchAsync(string branch, string expected, CancellationToken cancellationToken)
    {
        var tip = await TipAsync(branch, cancellationToken);
        if (tip is not null && tip.Id != expected)
            return false;
        if (tip is not null)
            await _forge.DeleteAsync(branch, cancellationToken);
        _recent.Forget(branch);
        return true;
    }

    private async Task<ForgeCommit?> TipAsync(string branch, CancellationToken cancellationToken)
    {
        BranchName.ToRef(branch);
        using var step = _context.Progress.Begin($"read {branch}");
        return _recent.Keep(branch, await _forge.TipAsync(branch, cancellationToken));
    }

    private async Task<ForgeCommit?> RecentTipAsync(string branch, CancellationToken cancellationToken) =>
        _recent.TryGet(branch, out var tip) ? tip : await TipAsync(branch, cancellationToken);

    private async Task<CommitOutcome> TryCommitAsync(
        CommitRequest request, List<CommitOutcome> unsettled, bool isFirst, CancellationToken cancellationToken)
    {
        // What was read a moment ago does for a first attempt: if the branch moved since, the move is refused.
        Func<string, CancellationToken, Task<ForgeCommit?>> read = isFirst ? RecentTipAsync : TipAsync;
        var tip = await read(request.Branch, cancellationToken);
        foreach (var earlier in unsettled)
        {
            if (tip is not null && (tip.Id == earlier.Commit || await _forge.HoldsAsync(request.Branch, earlier.Commit!, cancellationToken)))
                return earlier;
        }

        var from = request.Base is null ? tip : await read(request.Base, cancellationToken) ?? throw Missing(request.Base);
        if (from is null && !request.CreatesBranch)
            throw Missing(request.Branch);
        IConfigTree tree = from is null ? EmptyTree.Instance : new ForgeTree(_objects, from);
        var run = await EditRun.OnAsync(tree, request, cancellationToken);
        var isThere = !run.Changes.IsEmpty && tip is not null && tip.Id != tree.Revision
            && await run.IsAppliedToAsync(new ForgeTree(_objects, tip), cancellationToken)
            && (!request.TakesInBase || tip.Parents.Contains(tree.Revision));
        if (run.Changes.IsEmpty || isThere || request.DryRun)
            return run.Unwritten(tree.Revision) with { AlreadyOnBranch = isThere };

        using var step = _context.Progress.Begin($"push {request.Branch}");
        _recent.Forget(request.Branch);
        var write = await _forge.CommitAsync(ChangeOf(request, run, tip, from), cancellationToken);
        var outcome = run.Unwritten(tree.Revision) with { Commit = write.Commit };
        if (write.Result == RefMoveResult.Unsettled)
            unsettled.Add(outcome);
        if (write.Result != RefMoveResult.Moved)
            throw new LostRaceException();
        step.Complete(write.Commit[..10]);
        return outcome;
    }

    private ForgeChange ChangeOf(CommitRequest request, EditRun run, ForgeCommit? tip, ForgeCommit? from)
    {
        var parents = new[] { tip ?? from }.OfType<ForgeCommit>().Select(commit => commit.Id).ToList();
        if (tip is not null && from is not null && tip.Id != from.Id && !tip.Parents.Contains(from.Id))
            parents.Add(from.Id);
        return new ForgeChange(request.Branch, tip?.Id, from?.Tree, parents, run.Changes.Files, request.Message(run.Changes))
        {
            Author = ForgeIdentities.Of("AUTHOR", request.Author, request.Plan.MadeAt, _context.Environment),
            Committer = ForgeIdentities.Of("COMMITTER", request.Committer, request.Plan.MadeAt, _context.Environment),
        };
    }

    private TaskFailedException Missing(string branch) => TaskFailedException.Usage(
        GitCodes.BranchNotFound, $"'{Remote.Display}' has no branch '{branch}'.", "Check its name, or push it first.");
}
