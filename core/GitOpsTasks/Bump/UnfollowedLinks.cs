using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Bump;

/// <summary>Links in folders are passed over silently; one that was named, or that leads to what was named, was meant.</summary>
internal static class UnfollowedLinks
{
    /// <summary>A warning for each symbolic link on the way to some paths.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OnWayToAsync(IReadOnlyList<TreePath> paths, IConfigTree tree, CancellationToken cancellationToken)
    {
        var links = new List<Diagnostic>();
        foreach (var path in paths)
        {
            for (var at = path; !at.IsRoot; at = at.Parent)
            {
                if ((await tree.ListAsync(at.Parent, cancellationToken)).Any(entry => entry.Path == at && entry.Kind == TreeEntryKind.SymbolicLink))
                    links.Add(Diagnostic.Warning(TreeCodes.NotARegularFile, $"'{at}' is a symbolic link and was not followed.", "Name the file itself.", new SourcePlace(at.Value)));
            }
        }

        return links;
    }
}
