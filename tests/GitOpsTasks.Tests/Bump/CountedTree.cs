using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A tree that counts how often it is read, each of which is a round trip over a network.</summary>
internal sealed class CountedTree(IConfigTree below) : IConfigTree
{
    public int Reads { get; private set; }

    public string Revision => below.Revision;

    public ValueTask<IReadOnlyDictionary<TreePath, TreeFile>> ReadAsync(IReadOnlyCollection<TreePath> paths, CancellationToken cancellationToken)
    {
        Reads++;
        return below.ReadAsync(paths, cancellationToken);
    }

    public ValueTask<IReadOnlyList<TreeEntry>> ListAsync(TreePath folder, CancellationToken cancellationToken) => below.ListAsync(folder, cancellationToken);

    public ValueTask<IReadOnlyList<TreeEntry>> ListRecursivelyAsync(TreePath folder, CancellationToken cancellationToken) =>
        below.ListRecursivelyAsync(folder, cancellationToken);
}
