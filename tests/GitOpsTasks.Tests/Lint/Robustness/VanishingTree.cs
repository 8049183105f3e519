using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Lint.Robustness;

/// <summary>A work tree in which something happens between listing and reading.</summary>
internal sealed class VanishingTree(IConfigTree below, Action happens) : IConfigTree
{
    public string Revision => below.Revision;

    public ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        if (paths.Any(path => path.Name == "stays.yaml"))
            happens();
        return below.ReadAsync(paths, cancellationToken);
    }

    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) => below.ListAsync(folder, cancellationToken);

    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) =>
        below.ListRecursivelyAsync(folder, cancellationToken);
}
