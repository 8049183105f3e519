using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>Paths of which nothing can be told: files, links and submodules, and what is below those.</summary>
internal static class BlindSpot
{
    /// <summary>Whether a path, or one it leads through, is something else than a folder.</summary>
    public static async ValueTask<bool> HidesAsync(IConfigTree tree, TreePath path, CancellationToken cancellationToken)
    {
        for (var at = path; !at.IsRoot; at = at.Parent)
        {
            var entry = (await tree.ListAsync(at.Parent, cancellationToken)).FirstOrDefault(sibling => sibling.Path == at);
            if (entry.Path == at)
                return !entry.IsFolder && (at == path || !entry.IsFile);
        }

        return false;
    }
}
