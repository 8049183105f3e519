using System.Text;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Edits.Kustomize;

/// <summary>Looks for the kustomizations that lack an entry for one image.</summary>
/// <param name="graph">The kustomizations with what they build on.</param>
/// <param name="built">The images they build.</param>
/// <param name="nodes">Those that may get an entry, each with all that it builds on.</param>
/// <param name="setBy">The updates that found a place, by file.</param>
/// <param name="rules">Whether an image that is newer already is taken back.</param>
/// <param name="update">What the image is to become.</param>
internal sealed class MissingEntrySearch(
    KustomizationGraph graph,
    BuiltImages built,
    IReadOnlyDictionary<KustomizationNode, IReadOnlyCollection<KustomizationNode>> nodes,
    IReadOnlyDictionary<TreePath, IReadOnlyList<ImageUpdate>> setBy,
    ImageEditRules rules,
    ImageUpdate update)
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(DockerHub.ShortForm(update.Name));
    private readonly ImageTransform _wanted = new(update.Name, null, null, null);

    /// <summary>The entries; one for each name that the image is built under.</summary>
    public IEnumerable<MissingEntry> Find()
    {
        var lacking = nodes.Keys.Where(node => !IsSet(node) && Mentions(node)).Select(node => (Node: node, Names: Names(node))).Where(found => found.Names.Count > 0).ToList();
        foreach (var (node, names) in lacking.Where(found => !lacking.Exists(other => IsAbove(other.Node, found.Node))))
        {
            foreach (var name in names)
                yield return new MissingEntry(node.Path, update with { Name = name }, update) { Kept = NewerThanWanted(node, name) };
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
        var images = built.Of(node);
        if (images.Any(image => image.Name == update.Name || image.Reference == update.Name || (_wanted.IsPattern && _wanted.Matches(image.Reference))))
            return [update.Name];
        var moved = images.Where(image => image.WasNamed(update.Name)).Select(image => image.Name).Distinct(StringComparer.Ordinal).ToList();
        if (moved.Count > 0)
            return moved;
        var name = DockerHub.ShortForm(update.Name);
        return [.. images.Select(image => image.Name).Where(other => DockerHub.ShortForm(other) == name).Distinct(StringComparer.Ordinal)];
    }

    private FieldChange? NewerThanWanted(KustomizationNode node, string name)
    {
        if (rules.AllowDowngrade || update.Tag is not { } wanted || (update.NewName is { } newName && new ImageReference(newName).ShortName != new ImageReference(name).ShortName))
            return null;
        var newer = built.Of(node).Where(image => image.Name == name).Select(image => image.Tag).OfType<string>().FirstOrDefault(tag => rules.Order.IsNewer(tag, than: wanted));
        return newer is null ? null : new FieldChange(node.Document.Place, "images", name, newer, wanted);
    }
}
