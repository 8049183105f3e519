using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>
/// The entries that kustomizations lack: for an image that they build and that no place in the looked-at paths sets. Of
/// several that build on each other the topmost gets the entry.
/// </summary>
/// <param name="Entries">The entries by the file of the kustomization.</param>
/// <param name="Added">The updates that an entry is added for, or would be.</param>
/// <param name="Unread">What kustomizations build on that is not in the tree, such as remote bases.</param>
public sealed record MissingEntries(
    IReadOnlyDictionary<TreePath, IReadOnlyList<ImageUpdate>> Entries, IReadOnlyList<ImageUpdate> Added, IReadOnlyList<string> Unread)
{
    /// <summary>Kustomizations that get no entry, for they build a newer version.</summary>
    public IReadOnlyList<ImageFileEdit> Kept { get; init; } = [];

    /// <summary>Nothing is missing.</summary>
    public static MissingEntries None { get; } = new(new Dictionary<TreePath, IReadOnlyList<ImageUpdate>>(), [], []);

    /// <summary>Looks for what is missing.</summary>
    /// <param name="tree">The tree, for what is built on from outside the paths.</param>
    /// <param name="paths">The paths whose kustomizations may get entries.</param>
    /// <param name="files">The files in the paths.</param>
    /// <param name="setBy">The updates that found a place, by file.</param>
    /// <param name="updates">What images are to become.</param>
    /// <param name="rules">What the edit may do.</param>
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
        var built = new BuiltImages(graph);
        var found = open.SelectMany(update => new MissingEntrySearch(graph, built, nodes, setBy, rules, update).Find()).ToList();
        if (rules.AddsEntries)
        {
            var unset = updates.Except(setBy.Values.SelectMany(set => set)).Except(found.Select(entry => entry.Update)).ToList();
            found.AddRange(KustomizationPaths.At(paths, files).SelectMany(path => unset.Select(update => new MissingEntry(path, update, update))));
        }

        return new MissingEntries(
            found.Where(entry => entry.Kept is null).GroupBy(entry => entry.File).ToDictionary(group => group.Key, group => (IReadOnlyList<ImageUpdate>)[.. group.Select(entry => entry.Entry)]),
            [.. found.Select(entry => entry.Update).Distinct()],
            [.. nodes.Values.SelectMany(below => below).Distinct().SelectMany(node => node.Unread).Distinct(StringComparer.Ordinal)])
        {
            Kept = [.. found.Where(entry => entry.Kept is not null).Select(entry => NewerSites.Stay(entry.Kept!, entry.Update))],
        };
    }
}
