using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Gitops.Checks;

/// <summary>Folders that agents are told to read and that are not in the repository.</summary>
internal static class MissingPath
{
    /// <summary>Whether a folder is missing. Where it is not certain that the repository is meant, its first folder has to be here.</summary>
    public static async ValueTask<bool> IsAsync(RepositoryGraph graph, TreePath path, Severity severity, CancellationToken cancellationToken) =>
        !path.IsRoot && !graph.HasFolder(path) && (severity == Severity.Error || graph.Here.HasFirstFolderOf(path))
        && (await graph.Repository.Tree.ListAsync(path, cancellationToken)).Count == 0
        && !await BlindSpot.HidesAsync(graph.Repository.Tree, path, cancellationToken);

    /// <summary>Whether a file is missing.</summary>
    public static async ValueTask<bool> IsFileMissingAsync(RepositoryGraph graph, TreePath path, CancellationToken cancellationToken) =>
        graph.Repository.Find(path) is null && !await BlindSpot.HidesAsync(graph.Repository.Tree, path, cancellationToken);

    /// <summary>The folder that was probably meant; null where none is near.</summary>
    public static string? Nearest(RepositoryGraph graph, TreePath path)
    {
        var folder = path;
        var missing = folder;
        while (!folder.IsRoot && !graph.HasFolder(folder))
            (missing, folder) = (folder, folder.Parent);
        var rest = path.Value[missing.Value.Length..];
        return EditDistance.Nearest(missing.Value, graph.FoldersIn(folder).Select(child => child.Value)) is { } near && graph.HasFolder(TreePath.Parse(near + rest)) ? near + rest : null;
    }
}
