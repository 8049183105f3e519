using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Promote.Description;

/// <summary>The folders that rendering a folder reads.</summary>
internal static class RenderedFolders
{
    private const int Most = 200;

    /// <summary>The folder itself, and those its kustomization builds on; null where it builds on what is not in the tree, or on very much.</summary>
    public static async Task<IReadOnlyList<TreePath>?> OfAsync(IConfigTree tree, TreePath folder, CancellationToken cancellationToken)
    {
        var files = await tree.ReadAsync([.. KustomizationFile.Names.Select(folder.Combine)], cancellationToken);
        if (files.Count == 0)
            return [folder];
        var graph = await KustomizationGraph.LoadAsync(tree, files, files.Keys, _ => false, cancellationToken);
        if (files.Keys.Select(graph.NodeOf).FirstOrDefault(node => node is not null) is not { } start)
            return null;
        var nodes = graph.Below(start);
        if (nodes.Count > Most || nodes.Any(node => node.Unread.Any()))
            return null;
        // Files of other folders, such as shared patches, come along with their folder.
        var folders = nodes.Select(node => node.Path.Parent)
            .Concat(nodes.SelectMany(node => node.References).Where(path => graph.FileAt(path) is not null).Select(path => path.Parent)).Distinct().ToList();
        return folders.Exists(path => path.IsRoot) ? null : [.. folders.Where(path => !folders.Exists(other => other != path && path.IsIn(other)))];
    }
}
