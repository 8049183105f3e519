using System.Text;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Generate.Regeneration;

/// <summary>Files in memory.</summary>
internal sealed class MemoryTree : IConfigTree
{
    public SortedDictionary<TreePath, ReadOnlyMemory<byte>> Files { get; } = [];

    public string Revision => "memory";

    public string this[string path]
    {
        get => Encoding.UTF8.GetString(Files[TreePath.Parse(path)].Span);
        set => Files[TreePath.Parse(path)] = Encoding.UTF8.GetBytes(value);
    }

    public bool Has(string path) => Files.ContainsKey(TreePath.Parse(path));

    public void Remove(string path) => Files.Remove(TreePath.Parse(path)).ShouldBeTrue();

    public void Take(ChangeSet changes)
    {
        foreach (var change in changes.Files)
        {
            if (change.Content is { } content)
                Files[change.Path] = content;
            else
                Files.Remove(change.Path);
        }
    }

    public ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken) =>
        new(paths.Distinct().Where(Files.ContainsKey).ToDictionary(path => path, path => new TreeFile(path, Files[path])));

    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) =>
        new([.. Files.Keys.Where(path => path.IsIn(folder) && path != folder).Select(path => ChildOf(folder, path)).Distinct().OrderBy(entry => entry.Path)]);

    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) =>
        new([.. Files.Keys.Where(path => path.IsIn(folder)).Select(path => new TreeEntry(path, TreeEntryKind.File))]);

    private static TreeEntry ChildOf(TreePath folder, TreePath path)
    {
        var child = path;
        while (child.Parent != folder)
            child = child.Parent;
        return new TreeEntry(child, child == path ? TreeEntryKind.File : TreeEntryKind.Folder);
    }
}
