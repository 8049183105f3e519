using System.Text;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>
/// The entries that kustomizations lack: for an image that they build and that no place in the looked-at paths sets. Of
/// several that build on each other the topmost gets the entry.
/// </summary>
/// <param name="Entries">The entries by the file of the kustomization.</param>
/// <param name="Added">The updates that an entry is added for.</param>
/// <param name="Unread">What kustomizations build on that is not in the tree, such as remote bases.</param>
public sealed record MissingEntries(
    IReadOnlyDictionary<TreePath, IReadOnlyList<ImageUpdate>> Entries, IReadOnlyList<ImageUpdate> Added, IReadOnlyList<string> Unread)
{
    /// <summary>Nothing is missing.</summary>
    public static MissingEntries None { get; } = new(new Dictionary<TreePath, IReadOnlyList<ImageUpdate>>(), [], []);

    /// <summary>Looks for what is missing.</summary>
    /// <param name="tree">The tree, for what is built on from outside the paths.</param>
    /// <param name="paths">The paths whose kustomizations may get entries.</param>
    /// <param name="files">The files in the paths.</param>
    /// <param name="setBy">The updates that found a place, by file.</param>
    /// <param name="updates">What images are to become.</param>
    /// <param name="rules">Whether the kustomizations at the paths get entries also for images that nothing is seen to build.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async ValueTask<MissingEntries> FindAsync(
        IConfigTree tree,
        IReadOnlyList<TreePath> paths,
        IReadOnlyDictionary<TreePath, TreeFile> files,
        IReadOnlyDictionary<TreePath, IReadOnlyList<ImageUpdate>> setBy,
        IReadOnlyList<ImageUpdate> updates,
        ImageEditRules rules,
        CancellationToken cancellationToken)
    {
        // Nothing is outside the root, so that whoever builds the image builds the place that sets it.
        var open = paths.Contains(TreePath.Root) ? updates.Except(setBy.Values.SelectMany(set => set)).ToList() : updates;
        var starts = files.Keys.Where(path => KustomizationFile.Names.Contains(path.Name) && open.Except(setBy.GetValueOrDefault(path) ?? []).Any()).Order().ToList();
        if (starts.Count == 0)
            return None;
        var graph = await KustomizationGraph.LoadAsync(
            tree, files, starts, path => YamlFiles.IsYaml(path) && paths.Any(path.IsIn), cancellationToken);
        var nodes = starts.Select(graph.NodeOf).OfType<KustomizationNode>().ToDictionary(node => node, graph.Below);
        var found = open.SelectMany(update => new Search(graph, nodes, setBy, update).Find()).ToList();
        if (rules.AddsEntries)
        {
            var unset = updates.Except(setBy.Values.SelectMany(set => set)).Except(found.Select(entry => entry.Update)).ToList();
            found.AddRange(KustomizationPaths.At(paths, files).SelectMany(path => unset.Select(update => (path, update, update))));
        }

        return new MissingEntries(
            found.GroupBy(entry => entry.File).ToDictionary(group => group.Key, group => (IReadOnlyList<ImageUpdate>)[.. group.Select(entry => entry.Entry)]),
            [.. found.Select(entry => entry.Update).Distinct()],
            [.. nodes.Values.SelectMany(below => below).Distinct().SelectMany(node => node.Unread).Distinct(StringComparer.Ordinal)]);
    }

    private sealed class Search(
        KustomizationGraph graph,
        Dictionary<KustomizationNode, IReadOnlyCollection<KustomizationNode>> nodes,
        IReadOnlyDictionary<TreePath, IReadOnlyList<ImageUpdate>> setBy,
        ImageUpdate update)
    {
        private readonly BuiltImages _built = new(graph);
        private readonly byte[] _text = Encoding.UTF8.GetBytes(DockerHub.ShortForm(update.Name));
        private readonly ImageTransform _wanted = new(update.Name, null, null, null);

        public IEnumerable<(TreePath File, ImageUpdate Entry, ImageUpdate Update)> Find()
        {
            var lacking = nodes.Keys.Where(node => !IsSet(node) && Mentions(node)).Select(node => (Node: node, Names: Names(node))).Where(found => found.Names.Count > 0).ToList();
            foreach (var (node, names) in lacking.Where(found => !lacking.Exists(other => IsAbove(other.Node, found.Node))))
            {
                foreach (var name in names)
                    yield return (node.Path, update with { Name = name }, update);
            }
        }

        private bool IsAbove(KustomizationNode upper, KustomizationNode node) =>
            upper != node && nodes[upper].Contains(node) && (!nodes[node].Contains(upper) || upper.Path.CompareTo(node.Path) < 0);

        private bool IsSet(KustomizationNode node) => FilesOf(node).Any(path => setBy.TryGetValue(path, out var set) && set.Contains(update));

        // No name of an image comes from nowhere: without its text in some file there is nothing to work out.
        private bool Mentions(KustomizationNode node) =>
            _wanted.IsPattern || FilesOf(node).Any(path => graph.FileAt(path)?.Content.Span.IndexOf(_text) >= 0);

        private IEnumerable<TreePath> FilesOf(KustomizationNode node) => nodes[node].SelectMany(below => below.References.Prepend(below.Path));

        // The names that entries need to meet the image as it is built: the one given, else those it was moved to.
        private List<string> Names(KustomizationNode node)
        {
            var images = _built.Of(node);
            if (images.Any(image => image.Name == update.Name || image.Reference == update.Name || (_wanted.IsPattern && _wanted.Matches(image.Reference))))
                return [update.Name];
            var moved = images.Where(image => image.WasNamed(update.Name)).Select(image => image.Name).Distinct(StringComparer.Ordinal).ToList();
            if (moved.Count > 0)
                return moved;
            var name = DockerHub.ShortForm(update.Name);
            return [.. images.Select(image => image.Name).Where(other => DockerHub.ShortForm(other) == name).Distinct(StringComparer.Ordinal)];
        }
    }
}
