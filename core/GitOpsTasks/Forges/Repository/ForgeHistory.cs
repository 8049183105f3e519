using GitOpsTasks.Trees;

namespace GitOpsTasks.Forges.Repository;

/// <summary>History of branches, as far back as a few hundred commits.</summary>
/// <param name="forge">Tells it.</param>
/// <param name="objects">Gives folders and files.</param>
internal sealed class ForgeHistory(IForgeRepository forge, ForgeObjects objects)
{
    private const int Depth = 300;
    private const int MostRead = 1000;
    private const int MostTold = 20;

    private readonly Dictionary<string, ForgeCommit> _known = new(StringComparer.Ordinal);

    /// <summary>A commit as a snapshot; it is read when the snapshot is, where it is not known.</summary>
    public IConfigTree TreeOf(string commit) => new ForgeTree(objects, commit, async cancellationToken =>
        (_known.TryGetValue(commit, out var known) ? known : _known[commit] = await forge.CommitAsync(commit, cancellationToken)).Tree);

    /// <summary>How a branch stands to its base.</summary>
    public async Task<BranchComparison> CompareAsync(ForgeCommit tip, ForgeCommit @base, CancellationToken cancellationToken)
    {
        var (ours, theirs) = (new ForgeTree(objects, tip), new ForgeTree(objects, @base));
        if (await forge.CompareAsync(@base.Id, tip.Id, cancellationToken) is not { } compared)
            return new BranchComparison(ours, theirs) { IsBehind = true, IsConflicted = true };
        var isMerged = compared.Ahead == 0;
        return new BranchComparison(ours, theirs)
        {
            IsBehind = compared.Behind > 0,
            IsMerged = isMerged,
            IsConflicted = compared.Behind > 0 && !isMerged && await ConflictsAsync(compared.Ancestor, tip, @base, cancellationToken),
            Commits = await ToldAsync(compared.Commits, cancellationToken),
        };
    }

    /// <summary>
    /// The commits of a branch that changed something at or below some paths, newest first: as its first parents tell it, so
    /// that what came by a merge came when it was merged.
    /// </summary>
    public async Task<IReadOnlyList<HistoryCommit>> ChangesAsync(
        ForgeCommit tip, IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        var graph = new CommitGraph(tip.Id, Depth);
        var read = 0;
        await foreach (var page in forge.LogAsync(tip.Id, cancellationToken))
        {
            foreach (var entry in page)
                _known[entry.Commit.Id] = entry.Commit;
            read += page.Count;
            if (!graph.Add(page) || read >= MostRead)
                break;
        }

        if (paths.Count == 0 || paths.Any(path => path.IsRoot))
            return [.. graph.Line.Select(entry => entry.ToHistory([]))];
        return [.. graph.Taking(await forge.TouchingAsync(tip.Id, paths, cancellationToken)).Select(entry => entry.ToHistory([]))];
    }

    private async Task<bool> ConflictsAsync(ForgeCommit ancestor, ForgeCommit tip, ForgeCommit @base, CancellationToken cancellationToken)
    {
        var difference = new TreeDifference(objects);
        var both = await difference.PathsAsync(ancestor.Tree, tip.Tree, cancellationToken);
        both.IntersectWith(await difference.PathsAsync(ancestor.Tree, @base.Tree, cancellationToken));
        return await LineMerge.ConflictsAsync(
            both, new ForgeTree(objects, ancestor), new ForgeTree(objects, @base), new ForgeTree(objects, tip), cancellationToken);
    }

    // What each changed is a request of its own: of the newest only.
    private async Task<IReadOnlyList<HistoryCommit>> ToldAsync(IEnumerable<ForgeLogEntry> commits, CancellationToken cancellationToken)
    {
        var told = new List<HistoryCommit>();
        foreach (var entry in commits.Where(entry => !entry.IsMerge))
            told.Add(entry.ToHistory(told.Count < MostTold && !IsOurs(entry) ? await forge.FilesAsync(entry.Commit.Id, cancellationToken) : []));
        return told;
    }

    private static bool IsOurs(ForgeLogEntry entry) => entry.ToHistory([]).Trailer("Gitops-Task") is not null;
}
