using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>Kustomizations with all that they build on, as far as it is in the tree.</summary>
internal sealed class KustomizationGraph
{
    private readonly Dictionary<TreePath, TreeFile> _files;
    private readonly Dictionary<TreePath, KustomizationNode?> _nodes = [];
    private readonly HashSet<TreePath> _asked = [];

    private KustomizationGraph(IReadOnlyDictionary<TreePath, TreeFile> known) => _files = new Dictionary<TreePath, TreeFile>(known);

    /// <summary>Reads what some kustomizations build on: all that is one step further in one go.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="known">Files that were read already.</param>
    /// <param name="starts">The files of the kustomizations.</param>
    /// <param name="isAllKnown">Whether a path that is not among the known files does not exist.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async ValueTask<KustomizationGraph> LoadAsync(
        IConfigTree tree, IReadOnlyDictionary<TreePath, TreeFile> known, IEnumerable<TreePath> starts, Func<TreePath, bool> isAllKnown, CancellationToken cancellationToken)
    {
        var graph = new KustomizationGraph(known);
        var level = starts.Select(graph.NodeOf).OfType<KustomizationNode>().ToList();
        var seen = new HashSet<KustomizationNode>(level);
        while (level.Count > 0)
        {
            var wanted = level.SelectMany(node => node.References).Distinct().SelectMany(graph.Unsettled)
                .Where(path => !isAllKnown(path) && graph._asked.Add(path)).ToList();
            if (wanted.Count > 0)
            {
                foreach (var (path, file) in await tree.ReadAsync(wanted, cancellationToken))
                    graph._files[path] = file;
            }

            level = [.. level.SelectMany(node => node.References).Select(graph.KustomizationAt).OfType<KustomizationNode>().Where(seen.Add)];
        }

        return graph;
    }

    /// <summary>The kustomization in a file; null where there is none.</summary>
    public KustomizationNode? NodeOf(TreePath path)
    {
        if (!_nodes.TryGetValue(path, out var node))
            _nodes[path] = node = _files.TryGetValue(path, out var file) ? KustomizationNode.Read(file) : null;
        return node;
    }

    /// <summary>The kustomization that a reference to a folder means; null where it means none.</summary>
    public KustomizationNode? KustomizationAt(TreePath folder) =>
        _files.ContainsKey(folder) ? null : InFolder(folder).Select(NodeOf).FirstOrDefault(node => node is not null);

    /// <summary>A file that was read; null where there is none.</summary>
    public TreeFile? FileAt(TreePath path) => _files.GetValueOrDefault(path);

    /// <summary>A kustomization and all that it builds on, each once.</summary>
    public IReadOnlyCollection<KustomizationNode> Below(KustomizationNode node)
    {
        var found = new HashSet<KustomizationNode> { node };
        var open = new Queue<KustomizationNode>(found);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in next.References.Select(KustomizationAt).OfType<KustomizationNode>().Where(found.Add))
                open.Enqueue(child);
        }

        return found;
    }

    private IEnumerable<TreePath> Unsettled(TreePath reference) =>
        _files.ContainsKey(reference) || InFolder(reference).Any(_files.ContainsKey) ? []
        : YamlFiles.IsYaml(reference) ? [reference]
        : InFolder(reference).Prepend(reference);

    private static IEnumerable<TreePath> InFolder(TreePath folder) => KustomizationFile.Names.Select(folder.Combine);
}
