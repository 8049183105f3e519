using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Git;

/// <summary>What git ignores in a work tree. Tracked files are never ignored.</summary>
public sealed class IgnoredFiles
{
    private readonly HashSet<string> _paths;

    private IgnoredFiles(IEnumerable<string> paths) => _paths = [.. paths.Select(path => path.TrimEnd('/'))];

    /// <summary>Asks git once. Nothing is ignored outside of git, or where git is not installed.</summary>
    /// <param name="context">Starts git.</param>
    /// <param name="tree">The work tree.</param>
    /// <param name="cancellationToken">Cancels asking.</param>
    public static async Task<IgnoredFiles> FindAsync(EngineContext context, WorkTree tree, CancellationToken cancellationToken)
    {
        if (!Path.Exists(Path.Join(tree.RootPath, ".git")))
            return new IgnoredFiles([]);
        try
        {
            return new IgnoredFiles(await CheckoutCommand.In(context, tree.RootPath).ListAsync(
                ["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"], cancellationToken));
        }
        catch (Exception e) when (e is ProcessNotFoundException or TaskFailedException)
        {
            return new IgnoredFiles([]);
        }
    }

    /// <summary>Whether a file, or a folder above it, is ignored; what was named itself, and what is above that, does not count.</summary>
    /// <param name="path">The file.</param>
    /// <param name="named">The file or folder that somebody named and that the file was found in.</param>
    public bool Contains(TreePath path, TreePath named)
    {
        if (_paths.Count == 0)
            return false;
        for (var at = path; at != named && !at.IsRoot; at = at.Parent)
        {
            if (_paths.Contains(at.Value))
                return true;
        }

        return false;
    }
}
